//! Tests over all kinds of charts.
