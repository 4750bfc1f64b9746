"""What strategies say: sentences, their sources, their likeness, what is found in them."""
