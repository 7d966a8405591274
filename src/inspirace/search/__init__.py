"""Search: the Czech analyser, and the index of the catalogue that the browser searches.

`build_search(catalogue)` yields every file below `assets/inspirace/search/`; how they are laid
out says `artifacts`. The other half is in `static/search/`: `engine.js` asks the index,
`facets.js` narrows and counts, `analyser.js` is the analyser once more.
"""
