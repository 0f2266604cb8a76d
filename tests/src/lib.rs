//! What the promises need: the harness that drives the built product.
