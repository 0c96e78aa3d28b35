"""The checkout's root; not shipped: it lets tools resolve ``..corpus`` from inside the rooms."""
