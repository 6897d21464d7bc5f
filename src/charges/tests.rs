//! Who is charged with what (F1–F8), sanctions (G), memory; each worked by hand.
