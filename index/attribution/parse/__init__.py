"""Who said what, read from dependency trees; knows no parser, only the trees it gives."""
