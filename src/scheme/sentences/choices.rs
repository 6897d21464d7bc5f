//! The choices of a scheme in words.

use crate::diag::Text;
use crate::exact::Mode;
use crate::scheme::words::{Blank, OverReturn, RoleKind};
use crate::scheme::worth::{
    By, CeilingExceeded, ChainEnd, CountedOver, EmptyPart, NoView, NotApplicable, NotSubmitted, QuotaBase, QuotaPool,
    RankTies, RoundingPoint, SeveralSanctions, Transfer, TwoPosts, VetoedRank, WhenMissing, Whose, ZeroDenominator,
};

/// A choice that has words.
pub trait Spoken {
    /// The words.
    fn spoken(&self) -> Text;
}

macro_rules! spoken {
    ($($type:ident { $($variant:ident: $zh:literal, $en:literal;)+ })+) => {$(
        impl Spoken for $type {
            fn spoken(&self) -> Text {
                match self { $(Self::$variant => Text::new($zh, $en),)+ }
            }
        }
    )+};
}

spoken! {
    Mode {
        HalfUp: "四舍五入", "half up";
        HalfEven: "四舍六入五成双", "half to even";
        Floor: "舍去", "cut off";
        Ceil: "进一", "raised";
    }
    NotApplicable {
        Rescale: "不适用时不计入，其余项目按比例折算", "left out where it does not apply, the others scaled up";
        Full: "不适用时记满分", "full marks where it does not apply";
        Zero: "不适用时记 0 分", "nought where it does not apply";
        Refuse: "不适用时停止计分", "scoring stops where it does not apply";
    }
    NotSubmitted {
        Zero: "未报送记 0 分", "nought when nothing was submitted";
        Rescale: "未报送不计入，其余项目按比例折算", "left out when nothing was submitted, the others scaled up";
        Pend: "未报送则不出总分，报裁定", "no total when nothing was submitted; the committee decides";
    }
    WhenMissing {
        Rescale: "按比例折算到其余", "the others are scaled up";
        Zero: "记 0 分", "it counts as nought";
        Pend: "不出总分，报裁定", "no total; the committee decides";
    }
    ZeroDenominator {
        Full: "分母为零记满分", "full marks when there is nothing below the line";
        Zero: "分母为零记 0 分", "nought when there is nothing below the line";
        NotApplicable: "分母为零按不适用处理", "does not apply when there is nothing below the line";
    }
    NoView {
        LeaveOut: "不了解、弃权不计入基数", "no view leaves the divisor";
        CountZero: "不了解、弃权计入基数，记 0 分", "no view counts as nought";
    }
    Blank {
        LeaveOut: "未填的项不计入基数", "a blank leaves the divisor";
        CountZero: "未填的项记 0 分", "a blank counts as nought";
        VoidBallot: "有未填项的整张作废", "a blank voids the ballot";
    }
    CountedOver {
        Answered: "有效作答数", "answers that count";
        Returned: "收回票数", "ballots returned";
        Issued: "发出票数", "ballots issued";
    }
    EmptyPart {
        Redistribute: "权重按比例分给其余", "its weight is spread over the others";
        Zero: "记 0 分", "it counts as nought";
        Pend: "不出测评分，报裁定", "no value for the poll; the committee decides";
    }
    OverReturn {
        Void: "收回多于发出的票类作废", "a class with more returned than issued is void";
        Error: "收回多于发出时停止计分", "scoring stops when more return than were issued";
        Warning: "收回多于发出时照常计分并提示", "scored with a warning when more return than were issued";
    }
    RoundingPoint {
        Item: "各项目得分", "each item";
        Class: "各票类得分", "each class of a poll";
        Poll: "各测评得分", "each poll";
        Component: "各部分得分", "each component";
        UnitTotal: "单位总分", "the unit's total";
        PersonTotal: "个人总分", "the person's total";
    }
    By {
        Exact: "准确值", "the exact value";
        Rounded: "取舍后的值", "the rounded value";
    }
    Whose {
        Unit: "单位", "units";
        Person: "个人", "people";
    }
    RankTies {
        Competition: "并列后的名次跳过（1、2、2、4）", "the place after a tie is skipped (1 2 2 4)";
        Dense: "并列后的名次不跳过（1、2、2、3）", "the place after a tie is not skipped (1 2 2 3)";
    }
    VetoedRank {
        Kept: "被否决的按得分排名", "the vetoed rank by their score";
        Last: "被否决的排在最后", "the vetoed rank last";
        LeftOut: "被否决的不排名", "the vetoed are not ranked";
    }
    QuotaPool {
        Group: "单位类别内", "inside each group";
        Role: "角色内", "inside each role";
        GroupAndRole: "类别和角色内", "inside each group and role";
        Layer: "层级内", "inside each layer";
        All: "全部", "all together";
    }
    QuotaBase {
        All: "全部参评的", "all that take part";
        Graded: "有总分的", "those with a total";
        NotVetoed: "未被否决到该等次以下的", "those no veto caps below the grade";
        Entitled: "应参加考核的", "those who should take part";
    }
    ChainEnd {
        IncludeAll: "都占名额", "all get a place";
        ExcludeAll: "都不占名额", "none gets a place";
        Committee: "报裁定", "the committee chooses";
    }
    CeilingExceeded {
        Warning: "超过时提示，等次照定", "above it a warning, and the grades stand";
        Pend: "超过时整组等次待裁定", "above it the grades of the whole set wait for the committee";
    }
    SeveralSanctions {
        Worst: "同时受几项处分的，以对等次影响最重的为准", "of several sanctions the one that hurts the grade most governs";
        PartyFirst: "同时受几项处分的，以党纪处分为准", "of several sanctions that of the party governs";
    }
    RoleKind {
        Principal: "正职", "principal";
        InCharge: "分管", "in charge";
        Member: "成员", "member";
    }
    Transfer {
        AtEnd: "年中调动的，以期末职务为准", "who moved counts by the post at the end";
        Longest: "年中调动的，以任职最长的职务为准", "who moved counts by the post held longest";
        ProRata: "年中调动的，各职务按任职天数计", "who moved counts by the days of each post";
    }
    TwoPosts {
        Main: "同时任两职的，以主要职务为准", "two posts at once: the main one";
        Mean: "同时任两职的，取平均", "two posts at once: their mean";
        Highest: "同时任两职的，取较高的", "two posts at once: the higher";
    }
}
