"""What a stranger, a slip or a bad file can do: nothing gets in, nothing gets lost."""
