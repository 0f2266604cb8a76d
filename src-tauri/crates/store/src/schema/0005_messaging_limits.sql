-- Meta's word for how many people the account may write to first, such as TIER_2K; none while it has not said.
ALTER TABLE accounts ADD COLUMN messaging_limit TEXT;
