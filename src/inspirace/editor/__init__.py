"""Files for an editor of text: tasks, settings, snippets and schemas, made from what we check."""
