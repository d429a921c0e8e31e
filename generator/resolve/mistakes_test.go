package resolve_test

import (
	"strings"
	"testing"

	"demarche/generator/resolve"
)

// mistakes are what an editor may get wrong across files, and what that gets.
// A file is a line "-- path --", front matter up to an empty line, and a body.
var mistakes = []struct {
	name  string
	files string
	want  string // a line of the dump; "" when there must be no warning and no error
	hint  string // the lines after it, where they matter
	has   string // what stands in the dump too
	not   string // what stands nowhere in the dump
}{
	{
		name:  "UnknownActorSuggestsNearest",
		files: "-- actors/France.md --\nkind: state\n\n-- digests/a.md --\ntitle: A\ndate: 2025\nactors: [Frnace]\n",
		want:  `content/digests/a.md:4:10: warning: unknown actor "Frnace" [unknown-actor]`,
		hint:  `did you mean "France"?`,
	},
	{
		name:  "TopicOfTwoWordsSuggestsNearest",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\ntopics: [Salt Bridge]\n\n> “One.”\n>\n> — [[A]] #salt-brigde ^one\n",
		want:  `content/digests/a.md:8:11: warning: #salt-brigde is neither an act nor a topic of this digest [unknown-tag]`,
		hint:  `did you mean #salt-bridge?`,
	},
	{
		name:  "TitleOfTopicSuggestsItsAddress",
		files: "-- topics/bridge.md --\ntitle: Salt Bridge\n\n-- digests/a.md --\ntitle: A\ndate: 2025\n\n> “One.”\n>\n> — [[A]] #salt-bridge ^one\n",
		want:  `content/digests/a.md:7:11: warning: #salt-bridge is neither an act nor a topic of this digest [unknown-tag]`,
		hint:  `write #bridge: a tag is the address of a topic, not its title`,
	},
	{
		name:  "ActOfEventsAsATag",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\n> “One.”\n>\n> — [[A]] #vote ^one\n",
		want:  `content/digests/a.md:7:11: warning: #vote is neither an act nor a topic of this digest [unknown-tag]`,
		hint:  `#vote is an act of events, which are deeds and not words: write in front matter events: [{act: vote, date: …, by: […], yes: […], no: […], text: …}], and give these words an act of /acts/`,
	},
	{
		name:  "ActOfEventsAsATagThatIsATopicElsewhere",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\n> “One.”\n>\n> — [[A]] #aid ^one\n\n-- digests/b.md --\ntitle: B\ndate: 2025\ntopics: [aid]\n",
		want:  `content/digests/a.md:7:11: warning: #aid is neither an act nor a topic of this digest [unknown-tag]`,
		hint:  `list aid under topics: of this digest, or write content/topics/aid.md; for what the words do, take an act of /acts/`,
	},
	{
		name:  "RenamedPersonIsNamedNowhere",
		files: "-- actors/Ada Holt.md --\nkind: person\nposts: [{role: Mayor, organization: Marrow}]\n\n-- actors/Tomas Quill.md --\nkind: person\nposts: [{role: Mayor, organization: Marrow}]\n\n-- digests/a.md --\ntitle: A\ndate: 2025\n\n> “One.”\n>\n> — [[Ada Brisk]] ^one\n",
		want:  `content/actors/Ada Holt.md:1:1: note: Ada Holt has posts and is named nowhere, while "Ada Brisk" has no file, and so speaks for nobody else [never-named]`,
		hint:  "if they are one, write here aliases: [Ada Brisk]\n  related: content/digests/a.md:7: named here",
		not:   "Tomas Quill has posts",
	},
	{
		name:  "RenamedPersonIsNamedOtherwiseWithAComma",
		files: "-- actors/Ada Holt.md --\nkind: person\nposts: [{role: Mayor, organization: Marrow}]\n\n-- digests/a.md --\ntitle: A\ndate: 2025\n\n> “One.”\n>\n> — [[Brisk, Ada]] ^one\n",
		want:  `content/actors/Ada Holt.md:1:1: note: Ada Holt has posts and is named nowhere, while "Brisk, Ada" has no file, and so speaks for nobody else [never-named]`,
		hint:  "if they are one, write here aliases: ['Brisk, Ada']\n  related: content/digests/a.md:7: named here",
	},
	{
		name:  "PersonThatIsNamedSharesAWord",
		files: "-- actors/Ada Holt.md --\nkind: person\nposts: [{role: Mayor, organization: Marrow}]\n\n-- digests/a.md --\ntitle: A\ndate: 2025\n\n> “One.”\n>\n> — [[Ada Brisk]] to [[Ada Holt]] ^one\n",
		not:   "never-named",
	},
	{
		name:  "SameWordsInTwoDigests",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025-06-19\n\n> “We will not leave the marsh.”\n>\n> — [[A]] to [[B]], 2025-06-18 ^one\n\n-- digests/b.md --\ntitle: B\ndate: 2025-06-19\n\n> \"we will not leave the marsh\"\n>\n> — [[A]] to [[B]], 2025-06-18T14:30 ^two\n",
		want:  `content/digests/b.md:7:3: warning: these words of the same speaker to the same addressees on the same day are recorded already, as a#^one, and are counted twice [same-words]`,
		hint:  "if it is another report of them, write after a comma: same as [[a#^one]]; if they were said twice, write the time of day of each, or its place: at …\n  related: content/digests/a.md:7: the other statement",
	},
	{
		name:  "SameWordsTwiceInADigest",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025-06-19\n\n> “We will not leave the marsh.”\n>\n> — a senior official for [[A]] ^one\n\n> We will not leave the marsh.\n>\n> — A senior official for [[A]] ^two\n",
		want:  `content/digests/a.md:11:3: warning: these words of the same speaker to the same addressees on the same day are recorded already, as #^one, and are counted twice [same-words]`,
		hint:  "if it is another report of them, write after a comma: same as [[#^one]]; if they were said twice, write the time of day of each, or its place: at …",
	},
	{
		name: "SameWordsAtAnotherTimeOrToAnother",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025-06-19\n\n> “We will not leave the marsh.”\n>\n> — [[A]] to [[B]], 2025-06-18T09:00 ^one\n\n> “We will not leave the marsh.”\n>\n> — [[A]] to [[B]], 2025-06-18T10:00 ^two\n\n" +
			"> “We will not leave the marsh.”\n>\n> — [[A]] to [[C]], 2025-06-18 ^three\n\n> “We will not leave the marsh.”\n>\n> — [[A]] to [[B]], 2025-06-19 ^four\n\n> “No comment.”\n>\n> — [[A]], 2025-06-19 ^five\n\n> “No comment.”\n>\n> — [[A]], 2025-06-19 ^six\n\n" +
			"> “We will not leave the marsh.”\n>\n> — [[A]] to [[C]], 2025-06-18, same as [[#^three]] ^seven\n",
	},
	{
		name:  "SameWordsAtATimeThatIsNotTheFirst",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025-06-19\n\n> “We will not leave the marsh.”\n>\n> — [[A]] to [[B]], 2025-06-18T09:00 ^one\n\n> “We will not leave the marsh.”\n>\n> — [[A]] to [[B]], 2025-06-18T10:00 ^two\n\n> “We will not leave the marsh.”\n>\n> — [[A]] to [[B]], 2025-06-18T10:00 ^three\n",
		want:  `content/digests/a.md:15:3: warning: these words of the same speaker to the same addressees on the same day are recorded already, as #^two, and are counted twice [same-words]`,
		hint:  "if it is another report of them, write after a comma: same as [[#^two]]; if they were said twice, write the time of day of each, or its place: at …",
	},
	{
		name:  "SameWordsOnDaysThatAreNotKnown",
		files: "-- digests/a.md --\ntitle: A\ndate: 2039\n\n> “We will not leave the marsh.”\n>\n> — [[A]] to [[B]], 203X ^one\n\n> “We will not leave the marsh.”\n>\n> — [[A]] to [[B]], 203X ^two\n\n> “We will leave the marsh soon.”\n>\n> — [[A]] to [[B]], 2039 ^three\n\n> “We will leave the marsh soon.”\n>\n> — [[A]] to [[B]], 2039 ^four\n",
	},
	{
		name:  "ReplyToAStatementThatMoved",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025-06-19\n\n> “One.”\n>\n> — [[A]] ^s1-of-1\n\n> “Three.”\n>\n> — [[B]], in reply to [[#^s2-of-1]] ^three\n\n-- digests/b.md --\ntitle: B\ndate: 2025-06-19\n\n> “Two.”\n>\n> — [[A]] ^s2-of-1\n",
		want:  `content/digests/a.md:11:24: error: this digest has no statement ^s2-of-1 [no-such-statement]`,
		hint:  `write [[b#^s2-of-1]]: content/digests/b.md has it`,
	},
	{
		name:  "RenamedTopicWhoseTagsAreOld",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025-06-19\ntopics: [marsh]\n\n-- topics/great-marsh.md --\ntitle: Marsh\naliases: [/topics/marsh/]\n",
		want:  `content/topics/great-marsh.md:3:11: error: the old path "/topics/marsh/" of content/topics/great-marsh.md is the address of a topic [address-taken]`,
		hint:  `if both are one, write #great-marsh wherever #marsh stands, and so under topics: of digests; else take it out`,
	},
	{
		name:  "RenamedActorWhoseNameIsOld",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025-06-19\nactors: [Freedonia]\n\n-- actors/New Freedonia.md --\nkind: state\naliases: [/actors/freedonia/]\n",
		want:  `content/actors/New Freedonia.md:3:11: error: the old path "/actors/freedonia/" of content/actors/New Freedonia.md is the address of an actor that content/digests/a.md names [address-taken]`,
		hint:  `if both are one, write the name that stands there under aliases, too; else take it out`,
	},
	{
		name:  "ReasonUnderAKeyIsNoStatement",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\nwithdrawn: {reason: The paper took it back}\n\n> “One.”\n>\n> — [[A]] ^one\n",
		want:  `content/digests/a.md:4:13: error: this digest has no statement ^reason [no-such-statement]`,
		hint:  `to withdraw the digest, write withdrawn: {date: 2025-06-20, reason: the source took the report back}, or the reason alone, without a key`,
	},
	{
		name:  "WithdrawnBeforeItWasSaid",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025-06-18\nwithdrawn:\n  one: {date: 2025-06-18, reason: Taken back}\n\n> “One.”\n>\n> — [[A]], 2025-06-21 ^one\n",
		want:  `content/digests/a.md:5:15: warning: the withdrawal is dated 2025-06-18, before the statement, which is of 2025-06-21 [withdrawal-too-early]`,
		hint:  `write the day of the withdrawal, or correct the other date` + "\n  related: content/digests/a.md:9: the other date",
	},
	{
		name:  "StatementWithdrawnBeforeItsDigest",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025-06-19\nwithdrawn:\n  one: {reason: Taken back, date: 2025-06-18}\n\n> “One.”\n>\n> — [[A]], 2025-06-17 ^one\n",
		want:  `content/digests/a.md:5:35: warning: the withdrawal is dated 2025-06-18, before its digest, which is of 2025-06-19 [withdrawal-too-early]`,
		hint:  `write the day of the withdrawal, or correct the other date` + "\n  related: content/digests/a.md:3: the other date",
	},
	{
		name:  "DigestWithdrawnBeforeItsDate",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025-06-19\nwithdrawn: {date: 2024-06-20, reason: Taken back}\n",
		want:  `content/digests/a.md:4:19: warning: the withdrawal is dated 2024-06-20, before its digest, which is of 2025-06-19 [withdrawal-too-early]`,
		hint:  `write the day of the withdrawal, or correct the other date` + "\n  related: content/digests/a.md:3: the other date",
	},
	{
		name:  "CorrectionOfAStatementOfAnotherDigest",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025-06-19\ncorrections:\n  - {date: 2025-06-20, statement: two, text: Another name}\n\n> “One.”\n>\n> — [[A]] ^one\n\n> “Three.”\n>\n> — [[A]] ^three\n\n-- digests/b.md --\ntitle: B\ndate: 2025-06-19\n\n> “Two.”\n>\n> — [[A]] ^two\n",
		want:  `content/digests/a.md:5:35: error: this digest has no statement ^two [no-such-statement]`,
		hint:  `content/digests/b.md has ^two: write this there, or one of this digest here`,
		has:   `correction 2025-06-20 a "Another name" withdrawn=false`,
	},
	{
		name:  "CorrectedBeforeItsDate",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025-06-19\ncorrections:\n  - {date: 2025-05, text: Another name}\n",
		want:  `content/digests/a.md:5:12: warning: the correction is dated 2025-05, before its digest, which is of 2025-06-19 [correction-too-early]`,
		hint:  `write the day of the correction, or correct the other date`,
	},
	{
		name: "TakenBackOnTheSameDayOrVaguely",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025-06-19\nwithdrawn:\n  one: {date: 2025-06-19, reason: Taken back}\n  two: {date: 2025-06, reason: Taken back}\n" +
			"corrections:\n  - {date: 2025-06-19, text: Another name}\n\n> “One.”\n>\n> — [[A]], 2025-06-19T23:00+03:00 ^one\n\n> “Two.”\n>\n> — [[A]] ^two\n",
	},
	{
		name:  "OldNameOfADigestInAReply",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\n> “One.”\n>\n> — [[A]], in reply to [[note#^one]] ^two\n\n-- digests/b.md --\ntitle: B\ndate: 2025\naliases: [/digests/note/]\n\n> “One.”\n>\n> — [[A]] ^one\n",
		want:  `content/digests/a.md:7:24: error: no digest is called "note" [no-such-digest]`,
		hint:  `that one was renamed: write [[b#^one]], or add "note" to the aliases of content/digests/b.md`,
	},
	{
		name:  "OldNameOfAStatementThatMoved",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\nAs in [[b#^two]].\n\n> “One.”\n>\n> — [[A]], in reply to [[b#^two]] ^one\n\n-- digests/b.md --\ntitle: B\ndate: 2025\n\n> “One.”\n>\n> — [[A]] ^too\n\n-- digests/c.md --\ntitle: C\ndate: 2025\naliases: [/digests/b/two/#three]\n\n> “Two.”\n>\n> — [[A]] ^three\n",
		want:  `content/digests/a.md:9:24: error: "b" has no statement ^two any more [no-such-statement]`,
		hint:  `that one was renamed: write [[c#^three]]`,
		has:   `content/digests/a.md:5:7: warning: "b" has no statement ^two any more [no-such-statement]`,
	},
	{
		name:  "OldNameOfAStatementOfTwoDigestsJoined",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\nAs in [[note#^one]] and [[note#^two]].\n\n> “One.”\n>\n> — [[A]], in reply to [[note#^one]] and [[b#^one]] ^one\n\n-- digests/b.md --\ntitle: B\ndate: 2025\naliases: [note, /digests/note/, /digests/note/one/#first, /digests/note/two/#two, /digests/note/two/thread/#first, /old/note/two/#first]\n\n> “One.”\n>\n> — [[A]] ^one\n\n> “First.”\n>\n> — [[A]] ^first\n\n> “Two.”\n>\n> — [[A]] ^two\n\n-- digests/c.md --\ntitle: C\ndate: 2025\ndraft: true\naliases: [/digests/note/three/#four]\n",
		want:  `content/digests/a.md:9:24: error: "note" has no statement ^one any more [no-such-statement]`,
		hint:  `that one was renamed: write [[b#^first]]`,
		has:   `content/digests/a.md:5:7: warning: "note" has no statement ^one any more [no-such-statement]`,
		not:   `statement ^two`,
	},
	{
		name:  "OldNameOfAStatementByAnAddressAlone",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\n> “One.”\n>\n> — [[A]], in reply to [[note#^one]] ^one\n\n-- digests/b.md --\ntitle: B\ndate: 2025\naliases: [/digests/note/, /digests/note/one#^first]\n\n> “One.”\n>\n> — [[A]] ^one\n\n> “First.”\n>\n> — [[A]] ^first\n",
		want:  `content/digests/a.md:7:24: error: no digest is called "note" [no-such-digest]`,
		hint:  `that one was renamed: write [[b#^first]]`,
	},
	{
		name:  "OldNameOfAStatementInItsOwnDigest",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\naliases: [/digests/a/old/#one]\ncorrections: [{date: 2025, statement: old, text: Another name}]\n\n> “One.”\n>\n> — [[A]] ^one\n\n> “Two.”\n>\n> — [[A]], in reply to [[#^old]] ^two\n",
		want:  `content/digests/a.md:13:24: error: this digest has no statement ^old any more [no-such-statement]`,
		hint:  `that one was renamed: write [[#^one]]`,
		has:   `hint: that one was renamed: write one` + "\n",
	},
	{
		name:  "OldAddressOfAStatementInAReply",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\n> “One.”\n>\n> — [[A]], in reply to [it](/digests/b/two/) ^one\n\n-- digests/b.md --\ntitle: B\ndate: 2025\n\n-- digests/c.md --\ntitle: C\ndate: 2025\naliases: [/digests/b/two/#three]\n\n> “Two.”\n>\n> — [[A]] ^three\n",
		want:  `content/digests/a.md:7:24: warning: "one" answers a statement of this record by its address, so it counts as an answer to something elsewhere [reply-by-address]`,
		hint:  `write in reply to [[c#^three]]`,
	},
	{
		name:  "TopicListedByTheTitleOfItsFile",
		files: "-- topics/negotiations.md --\ntitle: The talks\naliases: [Parley]\n\n\n-- digests/a.md --\ntitle: A\ndate: 2025\ntopics: [talks, negotiations, Parley]\n\n> “One.”\n>\n> — [[A]] #talks ^one\n\n-- digests/b.md --\ntitle: B\ndate: 2025\ntopics: [talks]\n",
		want:  `content/digests/a.md:4:10: warning: the topic "talks" is another than that of content/topics/negotiations.md, which is called so [topic-by-title]`,
		hint:  `write negotiations under topics: of every digest, and #negotiations for its tag: a topic is listed by its address`,
		has:   `content/digests/a.md:4:31: warning: the topic "Parley" is another than`,
		not:   `content/digests/b.md:4:`,
	},
	{
		name:  "OldNameOfADigestInProseIsNoActor",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\nAs in [[digests/2025/note#^one]].\n\n-- digests/b.md --\ntitle: B\ndate: 2025\n\nAs in [[note#^one|before]].\n\n> “One.”\n>\n> — [[A]] ^one\n",
		want:  `content/digests/b.md:5:7: warning: no digest is called "note" [no-such-digest]`,
		hint:  `write [[b#^one]], which has a statement ^one; if it was called "note" before, that can stand in the aliases of content/digests/b.md`,
		has:   `content/digests/a.md:5:7: warning: nothing in content/digests/ is called "2025/note" [dead-link]`,
		not:   `actor note "`,
	},
	{
		name:  "OldNameOfADigestAloneInProseIsNoActor",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\nAs in [[Note|before]].\n\n-- digests/b.md --\ntitle: B\ndate: 2025\naliases: [/digests/note/]\n",
		want:  `content/digests/a.md:5:7: warning: no digest is called "Note" [no-such-digest]`,
		hint:  `that one was renamed: write [[b]], or add "Note" to the aliases of content/digests/b.md; if an actor is meant, list it under the actors: of a digest`,
		not:   `actor note "`,
	},
	{
		name:  "OldAddressElsewhereIsAnActor",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\nAs in [[marsh]].\n\n-- digests/b.md --\ntitle: B\ndate: 2025\naliases: [/2024/marsh/]\n\n\n",
		has:   `actor marsh "marsh"`,
	},
	{
		name:  "OldAddressOfAStatementIsAnActor",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\nAs in [[Freedonia]].\n\n-- digests/b.md --\ntitle: B\ndate: 2025\naliases: [/digests/talks/freedonia/]\n\n\n",
		has:   `actor freedonia "Freedonia"`,
	},
	{
		name:  "OldNameOfAHiddenDigestIsNoActor",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\nAs in [[olddraft]].\n\n-- digests/newdraft.md --\ntitle: B\ndate: 2025\ndraft: true\naliases: [/digests/olddraft/]\n\n\n",
		want:  `content/digests/a.md:5:7: warning: "olddraft" is not published now, so nothing leads there [hidden-reference]`,
		hint:  `publish it, or take the reference out`,
		not:   `actor olddraft "`,
	},
	{
		name:  "OldNameOfAHiddenDigestInAReply",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\n> “One.”\n>\n> — [[A]], in reply to [[olddraft#^six]] ^one\n\n-- digests/newdraft.md --\ntitle: B\ndate: 2025\ndraft: true\naliases: [/digests/olddraft/]\n\n\n",
		want:  `content/digests/a.md:7:24: warning: "olddraft" is not published now, so nothing leads there [hidden-reference]`,
		hint:  `publish it, or take the reference out`,
		not:   `error: `,
	},
	{
		name:  "OldNameOfAHiddenAndOfAPublishedDigest",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\nAs in [[note#^one]].\n\n-- digests/b.md --\ntitle: B\ndate: 2025\ndraft: true\naliases: [/digests/note/]\n\n\n-- digests/c.md --\ntitle: C\ndate: 2025\naliases: [/digests/note/]\n\n\n",
		want:  `content/digests/a.md:5:7: warning: no digest is called "note" [no-such-digest]`,
		hint:  `that one was renamed: write [[c#^one]], or add "note" to the aliases of content/digests/c.md`,
		not:   `hidden-reference`,
	},
	{
		name:  "StatementOfAnActorInProse",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\nAs in [[Rufus]] and in [[Rufus#^one]] and [[RUFUS#^one]].\n\n-- digests/b.md --\ntitle: B\ndate: 2025\n\n> “One.”\n>\n> — [[A]] ^one\n\n",
		want:  `content/digests/a.md:5:24: warning: no digest is called "Rufus" [no-such-digest]`,
		hint:  `write [[b#^one]], which has a statement ^one; if it was called "Rufus" before, that can stand in the aliases of content/digests/b.md`,
		has:   `rufus "Rufus"`,
		not:   `two-spellings`,
	},
	{
		name:  "StatementOfADigestThatIsCalledAsAnActor",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\nactors: [Marsh]\n\nAs in [[marsh#^one]].\n\n-- digests/marsh.md --\ntitle: B\ndate: 2025\n\n> “One.”\n>\n> — [[A]] ^one\n\n",
		has:   `links: marsh#^one → /digests/marsh/one/`,
	},
	{
		name:  "NearNameOfADigestWithoutTheStatement",
		files: "-- digests/2025-06-17-marsh.md --\ntitle: A\ndate: 2025-06-17\n\nAs in [[2025-06-18-marsh#^may]].\n\n-- digests/2025-06-19-answers.md --\ntitle: B\ndate: 2025-06-19\n\n> “One.”\n>\n> — [[A]] ^may\n\n",
		want:  `content/digests/2025-06-17-marsh.md:5:7: warning: no digest is called "2025-06-18-marsh" [no-such-digest]`,
		hint:  `write [[2025-06-19-answers#^may]], which has a statement ^may; if it was called "2025-06-18-marsh" before, that can stand in the aliases of content/digests/2025-06-19-answers.md`,
	},
	{
		name:  "NearNameOfADigestWithTheStatement",
		files: "-- digests/answers.md --\ntitle: A\ndate: 2025\n\nAs in [[answrs#^one]].\n\n> “One.”\n>\n> — [[A]] ^one\n\n-- digests/b.md --\ntitle: B\ndate: 2025\n\n> “One.”\n>\n> — [[A]] ^one\n\n",
		want:  `content/digests/answers.md:5:7: warning: no digest is called "answrs" [no-such-digest]`,
		hint:  `did you mean "answers"?`,
	},
	{
		name:  "OldPathOfADigest",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\nAs in [[digests/2025/note]] and [[digests/2025/note#^one]].\n\n-- digests/b.md --\ntitle: B\ndate: 2025\naliases: [/digests/note/]\n\n\n",
		want:  `content/digests/a.md:5:7: warning: no digest is called "digests/2025/note" [no-such-digest]`,
		hint:  `that one was renamed: write [[b]]`,
		has:   `hint: that one was renamed: write [[b#^one]]` + "\n",
	},
	{
		name:  "OldFileOfADigest",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\nAs in [[content/digests/note.md]].\n\n-- digests/b.md --\ntitle: B\ndate: 2025\naliases: [/digests/note/]\n\n\n",
		want:  `content/digests/a.md:5:7: warning: there is no file content/digests/note.md [dead-link]`,
		hint:  `that one was renamed: write "/content/digests/b.md"`,
	},
	{
		name:  "OldFileOfAHiddenDigest",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\nAs in [[content/digests/note.md]] and [[digests/note]].\n\n-- digests/b.md --\ntitle: B\ndate: 2025\ndraft: true\naliases: [/digests/note/]\n\n\n",
		want:  `content/digests/a.md:5:7: warning: "content/digests/note.md" is not published now, so nothing leads there [hidden-reference]`,
		hint:  `publish it, or take the reference out`,
		not:   `dead-link`,
	},
	{
		name:  "TakenBackOnTheDayBeforeInAnotherZone",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025-06-18\nsource: {url: \"https://example.org/\", publisher: Post, date: 2025-06-19}\nwithdrawn:\n  one: {date: 2025-06-18, reason: Taken back}\n\n> “One.”\n>\n> — [[A]], 2025-06-19T08:00+09:00 ^one\n\n",
	},
	{
		name:  "NameOfAnActorThatADigestHadIsTheActor",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\nactors: [Note]\n\nAs in [[note|before]].\n\n-- digests/b.md --\ntitle: B\ndate: 2025\naliases: [/digests/note/]\n\n> “One.”\n>\n> — [[Marsh]] ^one\n",
		want:  `content/digests/a.md:6:7: warning: "note" is written "Note" elsewhere; the two differ in capitals alone [two-spellings]`,
		has:   `actor note "Note"`,
		not:   `no-such-digest`,
	},
	{
		name: "UnknownDigestOfAStatementThatSeveralHave",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\n\n> “One.”\n>\n> — [[A]] ^one\n\n-- digests/b.md --\ntitle: B\ndate: 2025\n\n> “One.”\n>\n> — [[A]] ^one\n\n" +
			"> “Two.”\n>\n> — [[A]], in reply to [[note#^one]] ^two\n",
		want: `content/digests/b.md:11:24: error: no digest is called "note" [no-such-digest]`,
		hint: `write [[digest#^id]] with the digest's file name, [[#^id]] for one of this digest, or add the name that a digest had before to its aliases`,
	},
	{
		name:  "UnknownActorFarFromAllIsSilent",
		files: "-- actors/Freedonia.md --\nkind: state\n\n-- digests/a.md --\ntitle: A\ndate: 2025\nactors: [Sylvania]\n",
	},
	{
		name:  "OtherCountryIsNoSlip",
		files: "-- actors/North Elbonia.md --\nkind: state\n\n-- actors/Resolution 17.md --\nkind: body\n\n-- digests/a.md --\ntitle: A\ndate: 2025\nactors: [South Elbonia, Resolution 18]\n",
	},
	{
		name:  "UnknownActorSuggestsWhoIsNamedMoreOften",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\nactors: [Ruritania]\n\n-- digests/b.md --\ntitle: B\ndate: 2025\nactors: [Ruritania, Ruritanai]\n",
		want:  `content/digests/b.md:4:21: warning: unknown actor "Ruritanai" [unknown-actor]`,
		hint:  `did you mean "Ruritania"?`,
	},
	{
		name:  "StateWithItsFormIsThatState",
		files: "-- actors/Syldavia.md --\nkind: state\n\n-- digests/a.md --\ntitle: A\ndate: 2025\nactors: [Kingdom of Syldavia]\n",
		want:  `content/digests/a.md:4:10: warning: unknown actor "Kingdom of Syldavia" [unknown-actor]`,
		hint:  `did you mean "Syldavia"?`,
	},
	{
		name:  "FormOfStateBehindItsNameIsThatState",
		files: "-- actors/Syldavia.md --\nkind: state\n\n-- digests/a.md --\ntitle: A\ndate: 2025\nactors: [\"Syldavia, Kingdom of\"]\n",
		want:  `content/digests/a.md:4:10: warning: unknown actor "Syldavia, Kingdom of" [unknown-actor]`,
		hint:  `did you mean "Syldavia"?`,
	},
	{
		name:  "StateWithoutItsFormIsThatState",
		files: "-- actors/a.md --\nname: Syldavia, Kingdom of\nkind: state\n\n-- digests/a.md --\ntitle: A\ndate: 2025\nactors: [Syldavia]\n",
		want:  `content/digests/a.md:4:10: warning: unknown actor "Syldavia" [unknown-actor]`,
		hint:  `did you mean "Syldavia, Kingdom of"?`,
	},
	{
		name:  "FormOfStateBehindOrBefore",
		files: "-- actors/Kingdom of Syldavia.md --\nkind: state\n\n-- digests/a.md --\ntitle: A\ndate: 2025\nactors: [\"Syldavia, Kingdom of\"]\n",
		want:  `content/digests/a.md:4:10: warning: unknown actor "Syldavia, Kingdom of" [unknown-actor]`,
		hint:  `did you mean "Kingdom of Syldavia"?`,
	},
	{
		name:  "StateOfAnotherFormIsAnother",
		files: "-- actors/Syldavia.md --\naliases: [Kingdom of Syldavia]\n\n-- digests/a.md --\ntitle: A\ndate: 2025\nactors: [Republic of Syldavia, Bank of Syldavia]\n",
	},
	{
		name: "StateOfTwoFormsIsNeither",
		files: "-- actors/Kingdom of Syldavia.md --\nkind: state\n\n-- actors/Republic of Syldavia.md --\nkind: state\n\n" +
			"-- digests/a.md --\ntitle: A\ndate: 2025\nactors: [Syldavia]\n",
	},
	{
		name:  "SharedAliasUnusedIsSilent",
		files: "-- actors/A.md --\naliases: [The Chief]\n\n-- actors/B.md --\naliases: [Chief]\n",
	},
	{
		name:  "SharedAliasUsedNamesBoth",
		files: "-- actors/A.md --\naliases: [The Chief]\n\n-- actors/B.md --\naliases: [Chief]\n\n-- digests/a.md --\ntitle: A\ndate: 2025\n\nThe [[chief]] came.\n",
		want:  `content/digests/a.md:5:5: error: "chief" may be the actor of content/actors/A.md or of content/actors/B.md [ambiguous-name]`,
		hint:  `write one of "a", "b"`,
	},
	{
		name:  "TwoSpellingsAreOneActor",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\nactors: [Ruritania]\n\n-- digests/b.md --\ntitle: B\ndate: 2025\nactors: [RURITANIA, the Ruritania]\n",
		want:  `content/digests/b.md:4:10: warning: "RURITANIA" is written "Ruritania" elsewhere; the two differ in capitals alone [two-spellings]`,
	},
	{
		name:  "TwoFilesOfOneSlug",
		files: "-- pages/a.md --\ntitle: A\nslug: one\n\n-- pages/one.md --\ntitle: One\n",
		want:  "content/pages/one.md:1:1: error: content/pages/a.md and content/pages/one.md have one address, /one/ [same-slug]",
	},
	{
		name:  "TwoFilesWhoseSlugsSomeSystemsTakeForOne",
		files: "-- digests/λόγος.md --\ntitle: A\ndate: 2025\n\n-- digests/λόγοσ.md --\ntitle: B\ndate: 2025\n",
		want:  "content/digests/λόγοσ.md:1:1: error: content/digests/λόγος.md and content/digests/λόγοσ.md have one address, /digests/λόγοσ/; the two are one where capitals do not count [same-slug]",
	},
	{
		name:  "TwoTopicsThatSomeSystemsTakeForOne",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\ntopics: [λόγος, λόγοσ]\n",
		want:  `content/digests/a.md:4:17: error: the topics "λόγος" and "λόγοσ" are one where capitals do not count, and would have one page on some systems [same-slug]`,
		hint:  `write "λόγος"`,
	},
	{
		name:  "HiddenFileKeepsItsAddress",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025\nslug: one\ndraft: true\n\n-- digests/one.md --\ntitle: One\ndate: 2025\n",
		want:  "content/digests/one.md:1:1: error: content/digests/a.md and content/digests/one.md have one address, /digests/one/ [same-slug]",
	},
	{
		name:  "VagueReplyIsNotTooEarly",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025-06-19\n\n> “One.”\n>\n> — [[A]], 2025-06-19 ^one\n\n> “Two.”\n>\n> — [[B]], 2025-06-18, in reply to [[#^one]]\n\n> “Three.”\n>\n> — [[B]], 2025-06, in reply to [[#^one]]\n",
	},
	{
		name:  "ReplyToWhatWasReportedLaterIsNotTooEarly",
		files: "-- digests/a.md --\ntitle: A\ndate: 2025-06-19\n\n> “One.”\n>\n> — [[A]] ^one\n\n> “Two.”\n>\n> — [[B]], 2025-06-01, in reply to [[#^one]]\n",
	},
	{
		name:  "SameAsTheWordsOfAnotherStandsForNothing",
		files: "-- digests/a.md --\ntitle: A\ndate: 2026-03-02\n\n> “The crossing is shut.”\n>\n> — [[Ilse Varn]], 2026-03-02 ^closed\n\n> “The crossing is shut.”\n>\n> — [[Teo Marr]], 2026-03-02, same as [[#^closed]] ^a\n",
		want:  `content/digests/a.md:11:39: error: "closed" was said by neither the speaker nor the speaker's party [same-as-another]`,
		hint:  `take "same as" out, because words of another are a statement of their own; if both are one, write for whom they were said: for [[…]]`,
		has:   "said: a#a\n",
		not:   "reports:",
	},
	{
		name: "SameAsWithdrawnWordsOfAnotherTakesNoPlace",
		files: "-- digests/a.md --\ntitle: A\ndate: 2026-03-02\nwithdrawn: {shots: Never heard}\n\n> “Shots fell.”\n>\n> — [[Border Guard]], 2026-03-02 ^shots\n\n> “Who fired?”\n>\n> — [[Ilse Varn]], 2026-03-02, in reply to [[#^shots]] ^who\n\n" +
			"-- digests/b.md --\ntitle: B\ndate: 2026-03-09\n\n> “Shots fell.”\n>\n> — [[Teo Marr]], 2026-03-09, same as [[a#^shots]] ^again\n",
		want: `content/digests/b.md:7:39: error: "shots" was said by neither the speaker nor the speaker's party [same-as-another]`,
		has:  "reply to: a#shots\n",
		not:  "reply-too-early",
	},
	{
		name: "SameAsWordsOfTheSameParty",
		files: "-- actors/Teo Marr.md --\nkind: person\nposts: [{role: Minister, organization: Ostmark}]\n\n-- actors/Ministry.md --\nparent: Ostmark\n\n" +
			"-- digests/a.md --\ntitle: A\ndate: 2026-03-02\n\n> “Shut.”\n>\n> — [[Teo Marr]] ^one\n\n> “Shut.”\n>\n> — a spokesman for [[Ministry]], same as [[#^one]] ^two\n\n> “Shut.”\n>\n> — [[Teo Marr]] and [[Ilse Varn]], same as [[#^two]] ^three\n",
		has: "reports: a#two a#three\n",
	},
	{
		name:  "SameAsWordsOfAnotherDay",
		files: "-- digests/a.md --\ntitle: A\ndate: 2026-03-09\n\n> “Shut.”\n>\n> — [[Teo Marr]], 2026-03-03 ^one\n\n> “Shut.”\n>\n> — [[Teo Marr]], 2026-03-01, same as [[#^one]] ^two\n\n> “Shut.”\n>\n> — [[Teo Marr]], 2026-03-04, same as [[#^one]] ^three\n",
		want:  `content/digests/a.md:11:19: warning: the statement is dated 2026-03-01, and the one that it is the same as 2026-03-03 [same-as-of-another-day]`,
		hint:  `correct one of the two dates; what was said again on another day is a statement of its own, without "same as"` + "\n  related: content/digests/a.md:7: the other date",
		not:   "a.md:15",
	},
	{
		name:  "ReplyAndRetractionBeforeWhatTheyReferTo",
		files: "-- digests/a.md --\ntitle: A\ndate: 2026-03-09\n\n> “Shut.”\n>\n> — [[Teo Marr]], 2026-03-03 ^one\n\n> “Not shut.”\n>\n> — [[Teo Marr]], 2026-03-01, retracts [[#^one]] ^two\n\n> “Is it?”\n>\n> — [[Ilse Varn]], 2026-03-01, in reply to [[#^one]] ^three\n\n> “Open.”\n>\n> — [[Teo Marr]], 2026-03-02, retracts [[#^one]] ^four\n",
		want:  `content/digests/a.md:11:19: warning: the statement is dated 2026-03-01, before what it retracts, of 2026-03-03 [retraction-too-early]`,
		hint:  `correct one of the two dates, or what it retracts`,
		has:   `content/digests/a.md:15:20: warning: the statement is dated 2026-03-01, before what it answers, of 2026-03-03 [reply-too-early]`,
		not:   "a.md:19",
	},
	{
		name: "PostsForTwoStatesOnOneDay",
		files: "-- actors/Ostmark.md --\nkind: state\n\n-- actors/Lerania.md --\nkind: state\n\n-- actors/Teo Marr.md --\nkind: person\nposts:\n- {role: Minister, organization: Ostmark, to: 2026-03}\n- {role: Envoy, organization: Lerania, from: 2026-03-15}\n\n" +
			"-- digests/a.md --\ntitle: A\ndate: 2026-03-20\n\n> “Shut.”\n>\n> — [[Teo Marr]], 2026-03-20 ^one\n\n> “Shut.”\n>\n> — [[Teo Marr]] for [[Ostmark]], 2026-03-20 ^two\n\n> “Shut.”\n>\n> — [[Teo Marr]], 2026-02 ^three\n",
		want: `content/digests/a.md:7:19: warning: Teo Marr held posts for Ostmark and Lerania on 2026-03-20, so the statement counts for each of them [two-parties]`,
		hint: `write for whom it was said, "for [[Ostmark]]"; or correct the date, the posts (Minister ../2026-03, Envoy 2026-03-15/..), or the kind or the parent of what is no state`,
		not:  "a.md:11",
	},
	{
		name: "VagueDateOnBothSidesOfAChangeToAnOrganization",
		files: "-- actors/Ostmark.md --\nkind: state\n\n-- actors/League.md --\nkind: igo\n\n-- actors/Teo Marr.md --\nkind: person\nposts:\n- {role: Minister, organization: Ostmark, to: 2026-03}\n- {role: Envoy, organization: League, from: 2026-05}\n\n" +
			"-- actors/Ilse Varn.md --\nkind: person\nposts:\n- {role: Minister, organization: Ostmark}\n- {role: Chair, organization: League, from: 2026-05}\n\n" +
			"-- digests/a.md --\ntitle: A\ndate: 2027\n\n> “Shut.”\n>\n> — [[Teo Marr]], 2026 ^one\n\n> “Shut.”\n>\n> — [[Ilse Varn]], 2026 ^two\n",
		want: `content/digests/a.md:7:19: warning: Teo Marr held posts for Ostmark and League on 2026, so the statement counts for each of them [two-parties]`,
		hint: `write for whom it was said, "for [[Ostmark]]"; or correct the date, the posts (Minister ../2026-03, Envoy 2026-05/..), or the kind or the parent of what is no state`,
		not:  "a.md:11",
	},
	{
		name: "PostsAtOnceAroundAGap",
		files: "-- actors/Ostmark.md --\nkind: state\n\n-- actors/League.md --\nkind: igo\n\n-- actors/Teo Marr.md --\nkind: person\nposts:\n- {role: Minister, organization: Ostmark}\n- {role: Chair, organization: League, to: 2026-03}\n- {role: Chair, organization: League, from: 2026-05}\n\n" +
			"-- actors/Ilse Varn.md --\nkind: person\nposts:\n- {role: Minister, organization: Ostmark, to: 2026-03}\n- {role: Chair, organization: League, to: 2026-03}\n- {role: Minister, organization: Ostmark, from: 2026-05}\n\n" +
			"-- digests/a.md --\ntitle: A\ndate: 2027\n\n> “Shut.”\n>\n> — [[Teo Marr]], 2026 ^one\n\n> “Shut.”\n>\n> — [[Ilse Varn]], 2026 ^two\n",
	},
	{
		name: "ReplyByOldAddress",
		files: "-- digests/a.md --\ntitle: A\ndate: 2026\naliases: [/digests/old/]\n\n> “Shut.”\n>\n> — [[Ilse Varn]] ^one\n\n" +
			"-- digests/b.md --\ntitle: B\ndate: 2026\n\n> “Open.”\n>\n> — [[Teo Marr]], in reply to [her](/digests/old/one/) ^two\n",
		want: `content/digests/b.md:7:31: warning: "two" answers a statement of this record by its address, so it counts as an answer to something elsewhere [reply-by-address]`,
		hint: "write in reply to [[a#^one]]",
	},
	{
		name: "ReplyByAddress",
		files: "-- index.md --\nbase_url: https://marsh.example/record/\n\n-- digests/a.md --\ntitle: A\ndate: 2026\n\n> “Shut.”\n>\n> — [[Ilse Varn]] ^one\n\n> “Not shut.”\n>\n> — [[Teo Marr]], in reply to [her](#one) ^two\n\n" +
			"-- digests/b.md --\ntitle: B\ndate: 2026\n\n> “Open.”\n>\n> — [[Teo Marr]], in reply to [her](https://marsh.example/record/digests/a/one/#v=12) ^three\n\n> “Or is it?”\n>\n> — [[Teo Marr]], in reply to [her](/digests/a/#one) ^four\n\n" +
			"> “Yes.”\n>\n> — [[Teo Marr]], in reply to [the record](/digests/a/) ^five\n\n> “Yes!”\n>\n> — [[Teo Marr]], in reply to [others](https://others.example/record/digests/a/one/) ^six\n",
		want: `content/digests/a.md:11:31: warning: "two" answers a statement of this record by its address, so it counts as an answer to something elsewhere [reply-by-address]`,
		hint: "write in reply to [[#^one]]\ncontent/digests/b.md:7:31: warning: \"three\" answers a statement of this record by its address, so it counts as an answer to something elsewhere [reply-by-address]\n" +
			"  hint: write in reply to [[a#^one]]\ncontent/digests/b.md:11:31: warning: \"four\" answers a statement of this record by its address, so it counts as an answer to something elsewhere [reply-by-address]\n  hint: write in reply to [[a#^one]]",
		not: "b.md:15",
	},
	{
		name: "AddressedBetweenPosts",
		files: "-- actors/Ostmark.md --\nkind: state\n\n-- actors/Teo Marr.md --\nkind: person\nposts:\n- {role: Minister, organization: Ostmark, to: 2026-03}\n\n" +
			"-- digests/a.md --\ntitle: A\ndate: 2027\n\n> “Shut.”\n>\n> — [[Ilse Varn]] to [[Teo Marr]], 2026-04-01 ^one\n\n> “Shut.”\n>\n> — [[Ilse Varn]] to [[Teo Marr]], 2026-03-01 ^two\n",
		has: `content/digests/a.md:7:22: note: Teo Marr held no post on 2026-04-01, and was addressed as nobody but a person of that name [no-post]` + "\n  hint: correct the date or the posts (Minister ../2026-03), or write the body that was addressed",
		not: "a.md:11",
	},
	{
		name: "VagueDateOnBothSidesOfAChangeOfPost",
		files: "-- actors/Ostmark.md --\nkind: state\n\n-- actors/Lerania.md --\nkind: state\n\n-- actors/Teo Marr.md --\nkind: person\nposts:\n- {role: Minister, organization: Ostmark, to: 2026-03}\n- {role: Envoy, organization: Lerania, from: 2026-05}\n\n" +
			"-- digests/a.md --\ntitle: A\ndate: 2027\n\n> “Shut.”\n>\n> — [[Teo Marr]], 2026 ^one\n",
		want: `content/digests/a.md:7:19: warning: Teo Marr held posts for Ostmark and Lerania on 2026, so the statement counts for each of them [two-parties]`,
	},
	{
		name: "PostsInOneStateItsPartyAndAnAlliance",
		files: "-- actors/Ostmark.md --\nkind: state\n\n-- actors/Lerania.md --\nkind: state\n\n-- actors/League.md --\nkind: igo\n\n-- actors/Greens.md --\nkind: party\n\n-- actors/Ministry.md --\nkind: body\nparent: Ostmark\n\n" +
			"-- actors/Teo Marr.md --\nkind: person\nposts:\n- {role: Minister, organization: Ministry}\n- {role: Member, organization: Ostmark}\n- {role: Chair, organization: League}\n- {role: Chair, organization: Greens}\n\n" +
			"-- digests/a.md --\ntitle: A\ndate: 2026\n\n> “Shut.”\n>\n> — [[Teo Marr]] ^one\n",
	},
	{
		name:  "SpeakerWhoIsAddressed",
		files: "-- digests/a.md --\ntitle: A\ndate: 2026\n\n> “Shut.”\n>\n> — [[Teo Marr]] to [[Ostmark]] and [[Teo Marr]] ^one\n",
		want:  `content/digests/a.md:7:37: warning: who speaks here is addressed too [speaks-to-itself]`,
		hint:  `write to whom it was said, or nothing where the source does not say so`,
	},
	{
		name:  "HearsayOnTheWordOfTheSpeaker",
		files: "-- digests/a.md --\ntitle: A\ndate: 2026\n\n> “Shut.”\n>\n> — [[Teo Marr]], according to [[Teo Marr]] ^one\n",
		want:  `content/digests/a.md:7:32: warning: this is reported on the word of who spoke, so it is no hearsay [according-to-itself]`,
		hint:  `take "according to" out, or write on whose word it is reported`,
	},
	{
		name:  "VoteForAndAgainst",
		files: "-- digests/a.md --\ntitle: A\ndate: 2026\nevents:\n- {act: vote, by: [League], date: 2026, yes: [Ostmark, Lerania], no: [Sylvania, Ostmark], abstain: [Lerania]}\n",
		want:  `content/digests/a.md:5:81: warning: who stands here under no: stands under yes: too [votes-twice]`,
		hint:  `take it out of one of the two`,
		has:   `content/digests/a.md:5:101: warning: who stands here under abstain: stands under yes: too [votes-twice]`,
	},
	{
		name:  "DeedToItself",
		files: "-- digests/a.md --\ntitle: A\ndate: 2026\nevents:\n- {act: coerce, by: [Ostmark], date: 2026, to: [Ostmark]}\n",
		want:  `content/digests/a.md:5:49: warning: who stands here under to: stands under by: too [acts-on-itself]`,
		hint:  `take it out of one of the two`,
	},
	{
		name:  "NamesOfActorsJoinedByAComma",
		files: "-- actors/Ostmark.md --\nkind: state\n\n-- actors/Lerania.md --\nkind: state\n\n-- digests/a.md --\ntitle: A\ndate: 2026\n\n> “Shut.”\n>\n> — [[Ostmark, Lerania]] to [[Lerania / Ostmark]] ^one\n",
		want:  `content/digests/a.md:7:5: warning: "Ostmark, Lerania" is one name, and each part of it is the name of an actor [one-name]`,
		hint:  `if they are several, write [[Ostmark]] and [[Lerania]] in an attribution or in text, and [Ostmark, Lerania] in front matter; if it is one, give it a file in content/actors/`,
		has:   `content/digests/a.md:7:29: warning: "Lerania / Ostmark" is one name, and each part of it is the name of an actor [one-name]`,
	},
	{
		name:  "NamesOfActorsJoinedInAnotherScript",
		files: "-- actors/سیلوانیا.md --\nkind: state\n\n-- actors/روریتانیا.md --\nkind: state\n\n-- actors/زندا.md --\nkind: state\n\n-- digests/a.md --\ntitle: A\ndate: 2026\n\n> “Shut.”\n>\n> — [[سیلوانیا، روریتانیا و زندا]] to [[زندا، سیلوانیا]] ^one\n",
		want:  `content/digests/a.md:7:5: warning: "سیلوانیا، روریتانیا و زندا" is one name, and each part of it is the name of an actor [one-name]`,
		hint:  `if they are several, write [[سیلوانیا]] and [[روریتانیا]] and [[زندا]] in an attribution or in text, and [سیلوانیا, روریتانیا, زندا] in front matter; if it is one, give it a file in content/actors/`,
		has:   `warning: "زندا، سیلوانیا" is one name, and each part of it is the name of an actor [one-name]`,
	},
	{
		name:  "NamesOfActorsJoinedByAnd",
		files: "-- actors/Ostmark.md --\nkind: state\n\n-- actors/Lerania.md --\nkind: state\n\n-- digests/a.md --\ntitle: A\ndate: 2026\nactors: [Lerania & Ostmark]\nevents:\n- {act: agree, by: Ostmark and Lerania, date: 2026}\n\n> “Shut.”\n>\n> — [[Sylvania, Ostmark and Lerania]] to [[Sylvania]] and [[Trinidad and Tobago]] ^one\n",
		want:  `content/digests/a.md:6:20: warning: "Ostmark and Lerania" is one name, and each part of it is the name of an actor [one-name]`,
		hint:  `if they are several, write [[Ostmark]] and [[Lerania]] in an attribution or in text, and [Ostmark, Lerania] in front matter; if it is one, give it a file in content/actors/`,
		has:   `content/digests/a.md:10:5: warning: "Sylvania, Ostmark and Lerania" is one name, and each part of it is the name of an actor [one-name]`,
		not:   "Trinidad and Tobago\" is one",
	},
	{
		name:  "NameWithAndThatHasAFile",
		files: "-- actors/Ostmark.md --\nkind: state\n\n-- actors/Lerania.md --\nkind: state\n\n-- actors/Ostmark and Lerania.md --\nkind: state\n\n-- digests/a.md --\ntitle: A\ndate: 2026\nactors: [Ostmark and Lerania]\n",
	},
	{
		name:  "RetractionOfAnotherIsToldAtTheLinkToIt",
		files: "-- digests/a.md --\ntitle: A\ndate: 2026\n\n> “Shut.”\n>\n> — [[Zenda]] ^own\n\n> “Open.”\n>\n> — [[Ostmark]] ^other\n\n> “No.”\n>\n> — [[Zenda]], retracts [[#^own]] and [[a#^other]] ^now\n",
		want:  `content/digests/a.md:15:39: warning: "other" was said by neither the speaker nor the speaker's party [retracts-another]`,
	},
	{
		name:  "RetractionUnderAnotherName",
		files: "-- actors/Tomas Quill.md --\nkind: person\n\n-- digests/a.md --\ntitle: A\ndate: 2026\n\n> “Shut.”\n>\n> — [[Mayor Quill]] ^close\n\n> “No.”\n>\n> — [[Tomas Quill]], retracts [[#^close]] ^now\n",
		want:  `content/digests/a.md:11:31: warning: "close" was said by neither the speaker nor the speaker's party [retracts-another]`,
		hint:  `only a speaker takes back what was said; write "in reply to" instead; but if "Tomas Quill" and "Mayor Quill" are one, write aliases: [Mayor Quill] in content/actors/Tomas Quill.md`,
	},
	{
		name:  "RetractionUnderAnotherNameWithoutFiles",
		files: "-- digests/a.md --\ntitle: A\ndate: 2026\n\n> “Shut.”\n>\n> — [[Mayor Quill]] ^close\n\n> “No.”\n>\n> — [[Tomas Quill]], retracts [[#^close]] ^now\n",
		want:  `content/digests/a.md:11:31: warning: "close" was said by neither the speaker nor the speaker's party [retracts-another]`,
		hint:  `only a speaker takes back what was said; write "in reply to" instead; but if "Tomas Quill" and "Mayor Quill" are one, write aliases: [Mayor Quill] in a file content/actors/Tomas Quill.md`,
	},
	{
		name:  "RetractionOfAnotherOfThatFamily",
		files: "-- actors/Tomas Quill.md --\nkind: person\n\n-- actors/Mayor Quill.md --\nkind: person\n\n-- digests/a.md --\ntitle: A\ndate: 2026\n\n> “Shut.”\n>\n> — [[Mayor Quill]] ^close\n\n> “No.”\n>\n> — [[Tomas Quill]], retracts [[#^close]] ^now\n",
		want:  `content/digests/a.md:11:31: warning: "close" was said by neither the speaker nor the speaker's party [retracts-another]`,
		hint:  `only a speaker takes back what was said; write "in reply to" instead`,
	},
	{
		name:  "CircleOfAnswersIsToldAtTheLinkThatMakesIt",
		files: "-- digests/a.md --\ntitle: A\ndate: 2026\n\n> “Shut.”\n>\n> — [[Zenda]] ^first\n\n> “Open.”\n>\n> — [[Ostmark]], in reply to [[#^first]] and [[#^last]] ^mid\n\n> “No.”\n>\n> — [[Zenda]], in reply to [[#^first]] and [[#^mid]] ^last\n",
		want:  `content/digests/a.md:15:44: error: "last" answers "mid", which answers it in turn [reply-cycle]`,
	},
	{
		name:  "CircleOfAnswersByWayOfAnotherReport",
		files: "-- digests/a.md --\ntitle: A\ndate: 2026\n\n> “Shut.”\n>\n> — [[Zenda]] ^first\n\n> “Open.”\n>\n> — [[Ostmark]], in reply to [[#^first]] ^mid\n\n> “Shut.”\n>\n> — [[Zenda]], same as [[#^first]], in reply to [[#^mid]] ^again\n",
		want:  `content/digests/a.md:11:30: error: "mid" answers "first", which answers it in turn [reply-cycle]`,
	},
	{
		name:  "ActorWithoutAFileThatIsWrittenAsAPathFirst",
		files: "-- digests/a.md --\ntitle: A\ndate: 2026\n\n> “Shut.”\n>\n> — [[actors/Zenda]] to [[Ostmark]] ^one\n\n-- digests/b.md --\ntitle: B\ndate: 2026\n\n> “Open.”\n>\n> — [[Zenda]] to [[actors/Ostmark.md]] ^one\n",
		has:   "actor zenda \"Zenda\"  only named\n  said: a#one b#one",
		not:   "actors/",
	},
	{
		name:  "ActorWithoutAFileThatIsWrittenAsAPathLast",
		files: "-- digests/a.md --\ntitle: A\ndate: 2026\n\n> “Open.”\n>\n> — [[Zenda]] to [[actors/Ostmark.md]] ^one\n\n-- digests/b.md --\ntitle: B\ndate: 2026\n\n> “Shut.”\n>\n> — [[actors/Zenda]] to [[Ostmark]] ^one\n",
		has:   "actor zenda \"Zenda\"  only named\n  said: a#one b#one",
		not:   "actors/",
	},
	{
		name:  "TwoFilesOfOneNameAreToldOnce",
		files: "-- actors/Ostmark.md --\nkind: state\n\n-- actors/Lerania.md --\nkind: state\n\n-- actors/a2.md --\nname: Ostmark\n\n-- digests/a.md --\ntitle: A\ndate: 2026\nactors: [Ostmark]\n\nThe [[ostmark]] came.\n\n> “Shut.”\n>\n> — [[Ostmark]] to [[Lerania]] ^one\n",
		want:  `content/actors/a2.md:2:7: error: content/actors/Ostmark.md and content/actors/a2.md are each called "Ostmark", and whoever names it may mean either: 3 times [same-name]`,
		hint:  "delete one of the two files if they are one actor, else give one of them another name\n  related: content/digests/a.md:4: the first use of the name\n  related: content/actors/Ostmark.md:1: the other actor of that name",
		not:   "ambiguous-name",
	},
	{
		name:  "TwoFilesOfOneNameThatAreNamedApart",
		files: "-- actors/a1.md --\nname: Ann Lee\n\n-- actors/a2.md --\nname: Ann Lee\n\n-- digests/a.md --\ntitle: A\ndate: 2026\nactors: [a1, a2]\n",
	},
	{
		name:  "TwoFilesOfOneNameThatAreNamedByIt",
		files: "-- actors/a1.md --\nname: Ann Lee\n\n-- actors/a2.md --\nname: Ann Lee\n\n-- digests/a.md --\ntitle: A\ndate: 2026\nactors: [Ann Lee]\n",
		want:  `content/actors/a2.md:2:7: error: content/actors/a1.md and content/actors/a2.md are each called "Ann Lee", and whoever names it may mean either: once [same-name]`,
		hint:  `delete one of the two files if they are one actor, else give one of them another name; or write which one is meant where it is named: "a1", "a2"`,
	},
}

func TestMistake(t *testing.T) {
	for _, m := range mistakes {
		t.Run(m.name, func(t *testing.T) {
			s := readSite(fenced(m.files))
			got := dump(s.files, s.docs(t), resolve.Options{Folder: "folder"})
			if !strings.Contains(got, m.has) {
				t.Errorf("want %q too in:\n%s", m.has, got)
			}
			if m.not != "" && strings.Contains(got, m.not) {
				t.Errorf("want no %q in:\n%s", m.not, got)
			}
			if m.want == "" {
				if strings.Contains(got, "warning: ") || strings.Contains(got, "error: ") {
					t.Errorf("nothing is wrong, but got:\n%s", got)
				}
				return
			}
			_, after, found := strings.Cut(got, m.want+"\n")
			if hint := "  hint: " + m.hint; !found || !strings.HasPrefix(after, hint) || m.hint != "" && !strings.HasPrefix(after, hint+"\n") {
				t.Errorf("want:\n%s\n  hint: %s\ngot:\n%s", m.want, m.hint, got)
			}
		})
	}
}

// fenced is the files of a mistake as they are in a site.
func fenced(files string) string {
	var out strings.Builder
	matter := false
	for line := range strings.Lines(files) {
		switch {
		case strings.HasPrefix(line, "-- "):
			out.WriteString("-- content/" + line[len("-- "):] + "---\n")
			matter = true
		case matter && line == "\n":
			out.WriteString("---\n")
			matter = false
		default:
			out.WriteString(line)
		}
	}
	if matter {
		out.WriteString("---\n")
	}
	return out.String()
}
