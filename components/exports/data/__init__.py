"""What leaves as data: tables and open resources."""
