//! A head of the ledger that was kept outside, on paper or by mail: it must still be in the chain.

use serde::Serialize;
use zhishou_base::CommunityId;
use zhishou_platform::Reader;
use zhishou_platform::ledger::hash_at;

use super::terminal::both;

/// So many digits of a hash are needed to tell one entry from a forged one.
const FEWEST_DIGITS: usize = 16;

/// `SEQ:HASH`, as printed on a day report, where the hash may be shortened.
#[derive(Debug, PartialEq, Eq)]
pub struct KeptHead {
    /// The entry it was the head at.
    pub seq: i64,
    hash: String,
}

/// What has become of that entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// It is there with that hash.
    Found,
    /// It has another hash now.
    Differs,
    /// There is no such entry.
    Gone,
}

impl KeptHead {
    /// Reads what was typed.
    ///
    /// # Errors
    /// It is not `SEQ:HASH`, or the hash is too short.
    pub fn read(text: &str) -> Result<Self, String> {
        let malformed = || {
            both(
                format!(
                    "--head“{text}”应写成 序号:哈希，照日报所印，哈希至少 {FEWEST_DIGITS} 位。"
                ),
                format!(
                    "--head {text:?}: write SEQ:HASH as printed on a day report, with at least \
                     {FEWEST_DIGITS} digits of the hash"
                ),
            )
        };
        let (seq, hash) = text.trim().split_once(':').ok_or_else(malformed)?;
        let seq = seq.parse().map_err(|_| malformed())?;
        let is_hash =
            hash.len() >= FEWEST_DIGITS && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !is_hash {
            return Err(malformed());
        }
        Ok(Self {
            seq,
            hash: hash.to_lowercase(),
        })
    }

    /// Looks the entry up in a chain.
    ///
    /// # Errors
    /// The database failed.
    pub async fn look_for(
        &self,
        reader: &mut Reader,
        community: CommunityId,
    ) -> Result<Kept, String> {
        let stored = hash_at(reader, community, self.seq)
            .await
            .map_err(|error| error.to_string())?;
        Ok(match stored {
            Some(stored) if stored.starts_with(&self.hash) => Kept::Found,
            Some(_) => Kept::Differs,
            None => Kept::Gone,
        })
    }
}

impl Kept {
    /// What it means, for people.
    pub fn sentence(self, seq: i64) -> String {
        match self {
            Self::Found => format!("entry {seq} is the head kept outside"),
            Self::Differs => format!(
                "entry {seq} is NOT the head kept outside: the chain was REWRITTEN, unless the \
                 head is another community's or was copied wrongly"
            ),
            Self::Gone => {
                format!("entry {seq} of the head kept outside is GONE: the chain was CUT")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_as_it_is_printed() {
        let head = KeptHead::read("10:00FFaa1122334455").expect("a head");
        assert_eq!((head.seq, head.hash.as_str()), (10, "00ffaa1122334455"));
        for wrong in [
            "",
            "10",
            "10:00ff",
            "x:00ffaa1122334455",
            "10:zzffaa1122334455",
        ] {
            let told = KeptHead::read(wrong).expect_err(wrong);
            assert!(told.contains("SEQ:HASH"), "{told}");
        }
    }
}
