-- What the stages made of it: dropped and made again when this file or a stage changes, never migrated.
-- `current` is the run that the records of a stage are to come from; another one there means that they must be made again.
CREATE TABLE run(id TEXT PRIMARY KEY, stage TEXT NOT NULL, record BLOB NOT NULL);
CREATE TABLE current(stage TEXT PRIMARY KEY, run TEXT NOT NULL REFERENCES run(id) DEFERRABLE INITIALLY DEFERRED);

-- What is still to do: a report and its mark commit together. A mark set again gets a new number, so finished work clears only its own.
CREATE TABLE mark(
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  stage  TEXT NOT NULL,
  report TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE,
  UNIQUE (stage, report) ON CONFLICT REPLACE
);

-- what stands for words: stems in the singular, with ligatures as two letters, parts of what hyphens join, and numbers without what parts their thousands
CREATE VIRTUAL TABLE term USING fts5(stems, content = '', tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE reading(
  report TEXT PRIMARY KEY REFERENCES report(id) ON DELETE CASCADE,
  run    TEXT NOT NULL REFERENCES run(id) DEFERRABLE INITIALLY DEFERRED,
  record BLOB NOT NULL
);

CREATE TABLE claim(
  id       TEXT PRIMARY KEY,
  report   TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE,
  type     TEXT NOT NULL,
  modality TEXT NOT NULL,
  run      TEXT NOT NULL REFERENCES run(id) DEFERRABLE INITIALLY DEFERRED,
  record   BLOB NOT NULL
);
CREATE INDEX claim_report ON claim(report);

-- A stage that raised on a report: the reject that says so.
CREATE TABLE failure(
  id     TEXT PRIMARY KEY,
  report TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE,
  stage  TEXT NOT NULL,
  record BLOB NOT NULL
);
CREATE INDEX failure_report ON failure(report);

-- Where each decision stands: attached, moved or orphaned.
CREATE TABLE standing(
  decision TEXT PRIMARY KEY REFERENCES decision(id),
  standing TEXT NOT NULL,
  claim    TEXT
);

CREATE TABLE reuse(
  id     TEXT PRIMARY KEY,
  a      TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE,
  b      TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE,
  kind   TEXT NOT NULL,
  score  INTEGER NOT NULL,
  run    TEXT NOT NULL REFERENCES run(id) DEFERRABLE INITIALLY DEFERRED,
  record BLOB NOT NULL
);
CREATE INDEX reuse_a ON reuse(a);
CREATE INDEX reuse_b ON reuse(b);

CREATE TABLE origin(
  id     TEXT PRIMARY KEY,
  kind   TEXT NOT NULL,
  run    TEXT NOT NULL REFERENCES run(id) DEFERRABLE INITIALLY DEFERRED,
  record BLOB NOT NULL
);
CREATE TABLE origin_report(
  report TEXT PRIMARY KEY REFERENCES report(id) ON DELETE CASCADE,
  origin TEXT NOT NULL REFERENCES origin(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
CREATE INDEX origin_report_origin ON origin_report(origin);

CREATE TABLE story(
  id     TEXT PRIMARY KEY,
  title  TEXT NOT NULL,
  run    TEXT NOT NULL REFERENCES run(id) DEFERRABLE INITIALLY DEFERRED,
  record BLOB NOT NULL
);

CREATE TABLE event(
  id     TEXT PRIMARY KEY,
  story  TEXT NOT NULL REFERENCES story(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  title  TEXT NOT NULL,
  run    TEXT NOT NULL REFERENCES run(id) DEFERRABLE INITIALLY DEFERRED,
  record BLOB NOT NULL
);
CREATE INDEX event_story ON event(story);
CREATE TABLE event_report(
  report TEXT PRIMARY KEY REFERENCES report(id) ON DELETE CASCADE,
  event  TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
CREATE INDEX event_report_event ON event_report(event);
CREATE TABLE event_mention(
  report TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE,
  event  TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (report, event)
) WITHOUT ROWID;
CREATE INDEX event_mention_event ON event_mention(event);

CREATE TABLE crosscheck(
  id        TEXT PRIMARY KEY,
  event     TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  story     TEXT NOT NULL REFERENCES story(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  agreement TEXT NOT NULL,
  run       TEXT NOT NULL REFERENCES run(id) DEFERRABLE INITIALLY DEFERRED,
  record    BLOB NOT NULL
);
CREATE INDEX crosscheck_event ON crosscheck(event);
CREATE INDEX crosscheck_story ON crosscheck(story);

CREATE TABLE drift(
  id     TEXT PRIMARY KEY,
  event  TEXT NOT NULL REFERENCES event(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  kind   TEXT NOT NULL,
  a      TEXT,
  b      TEXT,
  run    TEXT NOT NULL REFERENCES run(id) DEFERRABLE INITIALLY DEFERRED,
  record BLOB NOT NULL
);
CREATE INDEX drift_event ON drift(event);
CREATE INDEX drift_a ON drift(a);
CREATE INDEX drift_b ON drift(b);

-- What the linking engine remembers (see `engine.linking.State`). A node stands for all reports of equal content; `team` is the number
-- of the first node of its group. An undated bucket has the block -1000000000, or
-- 0 in a link in which no node has a day. A key is a word or a number, as the link has it. The nodes of a dead bucket are NULL.
CREATE TABLE node(
  number INTEGER PRIMARY KEY,
  link   TEXT NOT NULL,
  node   TEXT NOT NULL,
  day    INTEGER,
  team   INTEGER,
  keys   BLOB NOT NULL,
  sketch BLOB NOT NULL,
  UNIQUE (link, node)
);
CREATE INDEX node_team ON node(team);
CREATE TABLE member(
  link   TEXT NOT NULL,
  report TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE,
  node   TEXT NOT NULL,
  PRIMARY KEY (link, report)
) WITHOUT ROWID;
CREATE INDEX member_node ON member(link, node);
CREATE TABLE bucket(link TEXT NOT NULL, key NOT NULL, block INTEGER NOT NULL, nodes BLOB, PRIMARY KEY (link, key, block)) WITHOUT ROWID;
CREATE TABLE waiting(node INTEGER PRIMARY KEY, link TEXT NOT NULL);  -- of which the keys are not in `bucket` yet
CREATE TABLE tie(link TEXT NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL, score INTEGER NOT NULL, PRIMARY KEY (link, a, b)) WITHOUT ROWID;
