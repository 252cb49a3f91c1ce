"""Report to statements: who said or did what, for whom, through whom, when, on which issue."""
