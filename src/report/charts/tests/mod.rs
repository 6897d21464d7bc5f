//! Tests over all kinds of charts.

use super::*;
use crate::{diag, exact};

mod samples;
