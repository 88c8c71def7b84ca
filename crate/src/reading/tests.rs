//! What no rule\x27s proof shows.
