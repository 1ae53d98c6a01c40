import { useSay } from '@/components/ui';
import { type Report, searchedSentence } from '@/lib/core/report';
import type { ReportActions } from './actions';
import { MatchCard } from './match-card';
import { StoryCard } from './story-card';

interface ListProps {
  report: Report;
  actions: ReportActions;
}

/** Articles that hold this text. Never mixed with those that only tell the same story. */
export function SameTextList({ report, actions }: ListProps) {
  if (report.sameText.length === 0) return <NothingHere what="report_no_same_text" report={report} />;
  return (
    <ul class="cards">
      {report.sameText.map((match) => (
        <li key={match.article.id}>
          <MatchCard match={match} language={report.page.language} actions={actions} />
        </li>
      ))}
    </ul>
  );
}

/** Articles that tell the same story in their own words. */
export function SameStoryList({ report, actions }: ListProps) {
  if (report.sameStory.length === 0) return <NothingHere what="report_no_same_story" report={report} />;
  return (
    <ul class="cards">
      {report.sameStory.map((match) => (
        <li key={match.article.id}>
          <StoryCard match={match} actions={actions} />
        </li>
      ))}
    </ul>
  );
}

interface NothingHereProps {
  what: 'report_no_same_text' | 'report_no_same_story';
  report: Report;
}

/** "Nothing" always with what was searched. */
function NothingHere({ what, report }: NothingHereProps) {
  const say = useSay();
  return (
    <p class="note">
      {say(what)} <span class="soft">{searchedSentence(say, report.searched)}</span>
    </p>
  );
}
