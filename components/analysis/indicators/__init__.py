"""What is measured, and how it stands against what was aimed at."""
