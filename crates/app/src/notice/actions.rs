//! Writing, changing and withdrawing notices.

use serde::Serialize;
use serde_json::json;
use zhishou_base::{NoticeId, PersonId};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;
use zhishou_rules::notice::{NoticeInput, change, check_notice, withdraw};

use super::store::{self, Notice};
use super::views::NoticeView;
use crate::action::Action;
use crate::people;

/// Writes a notice.
#[derive(Debug, Serialize)]
pub struct WriteNotice {
    /// What it says and for how long.
    pub input: NoticeInput,
}

impl Action for WriteNotice {
    type Outcome = NoticeView;
    const NAME: &'static str = "notice.write";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<NoticeView, AppError> {
        people::refuse(check_notice(&self.input, act.now()))?;
        let notice = Notice {
            id: act.new_id(),
            title: self.input.title.trim().to_owned(),
            text: self.input.text.trim().to_owned(),
            from_at: self.input.from_at,
            until_at: self.input.until_at,
            written_by: writer(act)?,
            written_at: act.now(),
            withdrawn_at: None,
            version: 1,
        };
        store::add(act, &notice).await?;
        record(act, "notice.written", &notice).await?;
        shown(act, notice.id).await
    }
}

/// Changes a notice that is not over.
#[derive(Debug, Serialize)]
pub struct ChangeNotice {
    /// Which one.
    pub notice: NoticeId,
    /// The version that was edited.
    pub version: i64,
    /// As it shall be.
    pub input: NoticeInput,
}

impl Action for ChangeNotice {
    type Outcome = NoticeView;
    const NAME: &'static str = "notice.change";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<NoticeView, AppError> {
        let (community, now) = (act.community(), act.now());
        let before = store::notice(act, community, self.notice).await?;
        change(before.state(), now)?;
        people::refuse(check_notice(&self.input, now))?;
        if !store::save(act, self.notice, &self.input, self.version).await? {
            return Err(AppError::stale(&shown(act, self.notice).await?));
        }
        let after = store::notice(act, community, self.notice).await?;
        record(act, "notice.changed", &after).await?;
        shown(act, self.notice).await
    }
}

/// Takes a notice back before its end.
#[derive(Debug, Serialize)]
pub struct WithdrawNotice {
    /// Which one.
    pub notice: NoticeId,
}

impl Action for WithdrawNotice {
    type Outcome = NoticeView;
    const NAME: &'static str = "notice.withdraw";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<NoticeView, AppError> {
        let (community, now) = (act.community(), act.now());
        let notice = store::notice(act, community, self.notice).await?;
        withdraw(notice.state(), now)?;
        store::set_withdrawn(act, self.notice).await?;
        record(act, "notice.withdrawn", &notice).await?;
        shown(act, self.notice).await
    }
}

fn writer(act: &Act) -> Result<PersonId, AppError> {
    act.actor()
        .person
        .ok_or_else(|| AppError::forbidden("须知由值班人员填写，请用个人账号登录"))
}

async fn shown(act: &mut Act, id: NoticeId) -> Result<NoticeView, AppError> {
    let (community, now) = (act.community(), act.now());
    let names = people::names(act, community).await?;
    let notice = store::notice(act, community, id).await?;
    Ok(NoticeView::of(notice, &names, now))
}

/// A notice may name a resident, so that the ledger keeps its words as erasable text. Whoever
/// stands at no post writes it for the desk, in whose log it is looked for.
async fn record(act: &mut Act, verb: &'static str, notice: &Notice) -> Result<(), AppError> {
    let community = act.community();
    let post = match act.actor().post {
        Some(post) => Some(post),
        None => people::desk(act, community).await?.map(|desk| desk.id),
    };
    let words = format!("{}：{}", notice.title, notice.text);
    let words = act.keep_secret(&words).await?;
    let entry = Entry::new(verb)
        .subject("notice", notice.id.subject())
        .post(post)
        .body(&json!({ "from_at": notice.from_at, "until_at": notice.until_at }))
        .secret("content", &words);
    act.record(entry).await?;
    Ok(())
}
