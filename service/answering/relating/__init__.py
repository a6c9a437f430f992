"""How reports stand to each other: what each rests on, which are one claim, which differ, conflict or dispute."""
