"""Lines between which a report is printed when files are watched; an editor waits for them."""

BEGINNING = "Kontrola obsahu…"
END = "Čekám na změny ve složce content. Ukončíte klávesami Ctrl+C."
