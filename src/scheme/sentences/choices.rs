//! The choices of a scheme in words.

use crate::diag::Text;
use crate::exact::Mode;
use crate::scheme::words::{
    BallotEffect, Blank, NoClass, OverReturn, PollFailed, QuorumOf, Relation, RoleKind, SelfVote, SmallSample,
    TwoClasses,
};
use crate::scheme::worth::{
    BarKind, BeforeSetUp, Best, BestZero, BrokenLine, By, CeilingExceeded, ChainEnd, CountedOver, Dissolved, EmptyPart,
    EndDate, GapReached, Honours, LateAward, Members, NoView, NotApplicable, NotSubmitted, OneDocument, PointTies,
    Population, QuotaBase, QuotaPool, RankTies, RoundingPoint, SeveralSanctions, ShortService, StartDate, Transfer,
    TwoClaimants, TwoPosts, UnscoredMember, VetoedRank, WhenMissing, Whose, WithinGap, ZeroDenominator,
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
    StartDate {
        Date: "谈话（事发）之日", "the day of the talk or event";
        Notice: "通知之日", "the day of the notice";
        Found: "发现问题之日", "the day on which it was found";
        Done: "完成整改之日", "the day on which it was done";
        Report: "书面报告之日", "the day of the report";
    }
    EndDate {
        Date: "谈话", "the talk";
        Report: "书面报告", "the written report";
        Done: "完成整改", "the rectification";
        Talk: "谈话", "a talk";
        Action: "履责", "an action";
    }
    Honours {
        ThisYear: "取消当年评优资格", "no honours this year";
        NextYear: "取消次年评优资格", "no honours next year";
        Both: "取消当年和次年评优资格", "no honours this year and next";
    }
    BarKind {
        Promotion: "不得提拔或者重用", "no promotion";
        AnyPost: "不得安排职务", "no post";
        HigherPost: "不得担任高于原任职务层次的职务", "no higher post";
        EqualPost: "不得安排同等职务", "no equal post";
    }
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
        Fixed: "不适用时计固定分", "fixed points where it does not apply";
        GroupMean: "不适用时计同类单位的平均分", "the mean of its group where it does not apply";
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
    Population {
        Group: "同类单位", "the units of its group";
        All: "全部单位", "all units";
    }
    Best {
        Highest: "最高", "the highest";
        Lowest: "最低", "the lowest";
    }
    BestZero {
        Full: "最好值为零记满分", "full marks when the best is nought";
        Zero: "最好值为零记 0 分", "nought when the best is nought";
        Pend: "最好值为零报裁定", "the committee decides when the best is nought";
    }
    PointTies {
        Same: "并列的同分", "equals get the same points";
        Mean: "并列的取所占名次的平均分", "equals get the mean of the ranks they fill";
    }
    BrokenLine {
        Exact: "不取整", "as it is";
        Floor: "舍去小数", "cut off";
        Ceil: "小数进一", "raised";
        HalfUp: "四舍五入取整", "half up";
    }
    Members {
        AtEnd: "期末在任的班子成员", "members in post on the last day";
        AnyDay: "期内曾在任的班子成员", "members in post on any day";
        Listed: "评分表所列的班子成员", "members that the sheets list";
    }
    UnscoredMember {
        LeaveOut: "未评分的成员不计入平均", "a member without a mark leaves the mean";
        Zero: "未评分的成员记 0 分", "a member without a mark counts as nought";
        Pend: "有成员未评分报裁定", "the committee decides when a member has no mark";
    }
    GapReached {
        Within: "恰好等于差值算未超过", "exactly the gap is within it";
        Beyond: "恰好等于差值算超过", "exactly the gap is beyond it";
    }
    WithinGap {
        Mean: "取自评与考核组评分的平均", "the mean of self-mark and panel";
        Panel: "取考核组评分", "the panel's";
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
        VoidPoll: "收回多于发出时对该对象的测评无效，须重新测评", "with more returned than issued the poll is void and to be repeated";
        Pend: "收回多于发出时不出测评分，报裁定", "with more returned than issued there is no value; the committee decides";
        Error: "收回多于发出时停止计分", "scoring stops when more return than were issued";
        Warning: "收回多于发出时照常计分并提示", "scored with a warning when more return than were issued";
    }
    TwoClasses {
        First: "同时属于两个票类的归入列在前面的票类", "a voter of two classes counts in the one listed first";
        Each: "同时属于两个票类的在两个票类各计一票", "a voter of two classes counts in both";
        Error: "同时属于两个票类时停止计分", "scoring stops when a voter is in two classes";
    }
    NoClass {
        Void: "不属于任何票类的票作废", "the ballot of a voter in no class is void";
        Error: "有不属于任何票类的票时停止计分", "scoring stops when a voter is in no class";
    }
    SelfVote {
        Void: "本人的票作废", "a ballot about oneself is void";
        Count: "本人的票计入", "a ballot about oneself counts";
        Error: "有本人的票时停止计分", "scoring stops at a ballot about oneself";
    }
    Relation {
        Manages: "分管该单位或主管该人的领导", "in charge of the unit or the person";
        SameTeam: "同一领导班子的成员", "of the same leading team";
        PrincipalElsewhere: "其他单位的正职", "principals of other units";
        Staff: "本单位人员", "of the same unit";
        Oneself: "本人", "the person";
        Other: "其他测评人", "any other voter";
    }
    BallotEffect {
        Void: "整张作废", "the whole ballot is void";
        Warning: "照常计票并提示", "counted, with a warning";
    }
    PollFailed {
        Void: "测评无效，须重新测评", "the poll is void and to be repeated";
        Pend: "不出测评分，报裁定", "no value; the committee decides";
        Warning: "照常计分并提示", "scored with a warning";
    }
    QuorumOf {
        Issued: "发出票数", "ballots issued";
        Entitled: "应到人数", "those entitled";
    }
    SmallSample {
        Warning: "照常计分并提示", "scored with a warning";
        Pend: "不出测评分，报裁定", "no value; the committee decides";
        LeaveOut: "按没有作答的票类处理", "treated as a class without an answer";
    }
    RoundingPoint {
        Item: "各项目得分", "each item";
        Class: "各票类得分", "each class of a poll";
        Poll: "各测评得分", "each poll";
        Component: "各部分得分", "each component";
        PeriodTotal: "各考核期总分", "the total of each period";
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
        InCharge: "分管领导", "in charge";
        Member: "成员", "member";
    }
    Transfer {
        AtEnd: "年中调动的，以期末职务为准", "who moved counts by the post at the end";
        Longest: "年中调动的，以任职最长的职务为准", "who moved counts by the post held longest";
        ProRata: "年中调动的，各职务按任职天数计", "who moved counts by the days of each post";
        Cutoff: "年中调动的，按截止日定职务", "who moved counts by a day of the year";
    }
    TwoPosts {
        Main: "同时任两职的，以主要职务为准", "two posts at once: the main one";
        Mean: "同时任两职的，取平均", "two posts at once: their mean";
        Highest: "同时任两职的，取较高的", "two posts at once: the higher";
    }
    ShortService {
        Ungraded: "不定等次", "no grade";
        Pend: "报裁定", "the committee decides";
        Graded: "照常定等", "graded all the same";
    }
    OneDocument {
        Once: "同一文件只计一次，级别不同的取低", "one document counts once, the least of its claims";
        Highest: "同一文件只计最高的一次", "one document counts once, the highest of its claims";
        Each: "同一文件的每次申报都计", "each claim on a document counts";
    }
    TwoClaimants {
        Each: "两家以同一文件申报的各计各的", "two claimants of one document each count it";
        Share: "两家以同一文件申报的平分", "claimants of one document share its points";
        Refuse: "两家以同一文件申报的都不计", "a document with two claimants counts for none";
    }
    LateAward {
        NextYear: "计入下一年度", "count in the next";
        Lost: "不计", "do not count";
    }
    BeforeSetUp {
        MissingPeriod: "单位设立以前的考核期按缺该考核期处理", "a period before a unit was set up has no value";
        PredecessorsMean: "单位设立以前的考核期取并入它的各单位该期得分的平均", "a period before a unit was set up: the mean of the units merged into it";
    }
    Dissolved {
        LeftOut: "年内撤销或并入别的单位的得分照算，不定等次、不排名", "a unit that ended is scored without grade and rank";
        Graded: "年内撤销或并入别的单位的照常定等", "a unit that ended is graded";
    }
}
