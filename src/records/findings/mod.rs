//! What can be found in the rows of the raw tables, one file per code.

mod action_unknown;
mod check_entry_unknown;
mod event_unknown;
mod step_unknown;
mod ballots_break_rule;
mod cell_fault;
mod cell_merged;
mod charged_elsewhere;
mod class_differs;
mod class_unknown;
mod code_duplicate;
mod column_duplicate;
mod column_missing;
mod column_unknown;
mod count_not_whole;
mod counts_do_not_add;
mod date_expected;
mod date_outside_period;
mod document_claimed_twice;
mod decision_incomplete;
mod family_or_level_unknown;
mod field_given_twice;
mod file_unnamed;
mod grade_unknown;
mod ground_unknown;
mod group_unknown;
mod item_not_for_period;
mod item_unknown;
mod left_out_with_roster;
mod mark_out_of_range;
mod mark_too_precise;
mod mark_unknown;
mod mark_without_inspector;
mod not_a_ledger_item;
mod number_expected;
mod period_unknown;
mod person_unknown;
mod poll_unknown;
mod post_dates;
mod post_overlap;
mod principal_missing;
mod return_missing;
mod returned_more_than_issued;
mod role_unknown;
mod roster_empty;
mod row_duplicate;
mod sanction_unknown;
mod rules_not_checked;
mod self_vote;
mod set_unknown;
mod sheet_missing;
mod sheet_unnamed;
mod state_unknown;
mod table_file_missing;
mod table_unknown;
mod tier_unknown;
mod total_row_left_out;
mod trigger_unknown;
mod unit_change_unsettled;
mod unit_history_misfit;
mod unit_history_outside;
mod unit_unknown;
mod unit_without_marks;
mod value_missing;
mod fact_repeated;
mod measure_unknown;
mod member_does_not_fit;
mod occurrence_word_unknown;
mod points_set_by_hand;
mod pool_does_not_add;
mod word_unknown;
mod voter_in_none;
mod voter_in_two_classes;
mod year_expected;
mod year_not_past;
mod yes_no_expected;
mod words;

use crate::diag::Code;

pub use action_unknown::action_unknown;
pub use ballots_break_rule::ballots_break_rule;
pub use cell_fault::cell_fault;
pub use cell_merged::cell_merged;
pub use charged_elsewhere::charged_elsewhere;
pub use check_entry_unknown::check_entry_unknown;
pub use class_differs::class_differs;
pub use class_unknown::class_unknown;
pub use code_duplicate::code_duplicate;
pub use column_duplicate::column_duplicate;
pub use column_missing::column_missing;
pub use column_unknown::column_unknown;
pub use count_not_whole::count_not_whole;
pub use counts_do_not_add::counts_do_not_add;
pub use date_expected::date_expected;
pub use date_outside_period::date_outside_period;
pub use decision_incomplete::decision_incomplete;
pub use document_claimed_twice::document_claimed_twice;
pub use event_unknown::event_unknown;
pub use fact_repeated::fact_repeated;
pub use family_or_level_unknown::family_or_level_unknown;
pub use field_given_twice::field_given_twice;
pub use file_unnamed::file_unnamed;
pub use grade_unknown::grade_unknown;
pub use ground_unknown::ground_unknown;
pub use group_unknown::group_unknown;
pub use item_not_for_period::item_not_for_period;
pub use item_unknown::item_unknown;
pub use left_out_with_roster::left_out_with_roster;
pub use mark_out_of_range::mark_out_of_range;
pub use mark_too_precise::mark_too_precise;
pub use mark_unknown::mark_unknown;
pub use mark_without_inspector::mark_without_inspector;
pub use measure_unknown::measure_unknown;
pub use member_does_not_fit::member_does_not_fit;
pub use not_a_ledger_item::not_a_ledger_item;
pub use number_expected::number_expected;
pub use occurrence_word_unknown::occurrence_word_unknown;
pub use period_unknown::period_unknown;
pub use person_unknown::person_unknown;
pub use points_set_by_hand::points_set_by_hand;
pub use poll_unknown::poll_unknown;
pub use pool_does_not_add::pool_does_not_add;
pub use post_dates::post_dates;
pub use post_overlap::post_overlap;
pub use principal_missing::principal_missing;
pub use return_missing::return_missing;
pub use returned_more_than_issued::returned_more_than_issued;
pub use role_unknown::role_unknown;
pub use roster_empty::roster_empty;
pub use row_duplicate::row_duplicate;
pub use rules_not_checked::rules_not_checked;
pub use sanction_unknown::sanction_unknown;
pub use self_vote::self_vote;
pub use set_unknown::set_unknown;
pub use sheet_missing::sheet_missing;
pub use sheet_unnamed::sheet_unnamed;
pub use state_unknown::state_unknown;
pub use step_unknown::step_unknown;
pub use table_file_missing::table_file_missing;
pub use table_unknown::table_unknown;
pub use tier_unknown::tier_unknown;
pub use total_row_left_out::total_row_left_out;
pub use trigger_unknown::trigger_unknown;
pub use unit_change_unsettled::unit_change_unsettled;
pub use unit_history_misfit::unit_history_misfit;
pub use unit_history_outside::unit_history_outside;
pub use unit_unknown::unit_unknown;
pub use unit_without_marks::unit_without_marks;
pub use value_missing::value_missing;
pub use voter_in_none::voter_in_none;
pub use voter_in_two_classes::voter_in_two_classes;
pub use word_unknown::word_unknown;
pub use words::{Known, Spot, listed, quoted};
pub use year_expected::year_expected;
pub use year_not_past::year_not_past;
pub use yes_no_expected::yes_no_expected;

/// Every code of this stage.
pub const ALL: &[Code] = &[
    table_file_missing::CODE,
    file_unnamed::CODE,
    sheet_missing::CODE,
    sheet_unnamed::CODE,
    column_missing::CODE,
    column_unknown::CODE,
    column_duplicate::CODE,
    field_given_twice::CODE,
    set_unknown::CODE,
    unit_unknown::CODE,
    person_unknown::CODE,
    row_duplicate::CODE,
    code_duplicate::CODE,
    value_missing::CODE,
    total_row_left_out::CODE,
    table_unknown::CODE,
    cell_merged::CODE,
    left_out_with_roster::CODE,
    number_expected::CODE,
    mark_unknown::CODE,
    item_unknown::CODE,
    cell_fault::CODE,
    mark_too_precise::CODE,
    mark_out_of_range::CODE,
    count_not_whole::CODE,
    date_expected::CODE,
    date_outside_period::CODE,
    yes_no_expected::CODE,
    group_unknown::CODE,
    role_unknown::CODE,
    period_unknown::CODE,
    class_unknown::CODE,
    poll_unknown::CODE,
    post_dates::CODE,
    post_overlap::CODE,
    family_or_level_unknown::CODE,
    ground_unknown::CODE,
    grade_unknown::CODE,
    counts_do_not_add::CODE,
    return_missing::CODE,
    returned_more_than_issued::CODE,
    decision_incomplete::CODE,
    mark_without_inspector::CODE,
    unit_without_marks::CODE,
    item_not_for_period::CODE,
    principal_missing::CODE,
    not_a_ledger_item::CODE,
    year_expected::CODE,
    charged_elsewhere::CODE,
    roster_empty::CODE,
    action_unknown::CODE,
    check_entry_unknown::CODE,
    event_unknown::CODE,
    step_unknown::CODE,
    measure_unknown::CODE,
    fact_repeated::CODE,
    occurrence_word_unknown::CODE,
    points_set_by_hand::CODE,
    pool_does_not_add::CODE,
    word_unknown::CODE,
    sanction_unknown::CODE,
    state_unknown::CODE,
    year_not_past::CODE,
    trigger_unknown::CODE,
    voter_in_none::CODE,
    voter_in_two_classes::CODE,
    self_vote::CODE,
    class_differs::CODE,
    ballots_break_rule::CODE,
    rules_not_checked::CODE,
    member_does_not_fit::CODE,
    document_claimed_twice::CODE,
    tier_unknown::CODE,
    unit_change_unsettled::CODE,
    unit_history_misfit::CODE,
    unit_history_outside::CODE,
];
