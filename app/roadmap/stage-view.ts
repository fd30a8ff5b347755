import type { Reader } from '@/app/shell/reader';
import type { Stage } from '@/components/numbers/stage-road';
import type { StageStanding } from '@/domain/measurements/read-scores';
import { stages } from '@/roadmap/stages';
import { conditionName } from './condition-text';

const named = 3;

/** The road as the reader sees it: each stage, its gate, and what is missing for it. */
export function stageView(reader: Reader, standing: StageStanding, href: string): Stage[] {
  const { t, f, say } = reader;
  const { stage: reached } = standing;
  // Stage and gates are told to those who see the whole firm.
  if (reached === null) return [];
  return stages.map(({ stage, title, text, gate }) => {
    const check = standing.gates.find((one) => one.stage === stage)!;
    const passed = check.state === 'passed' || check.state === 'passed_as_measured';
    const state =
      check.state === 'regressed'
        ? 'regressed'
        : stage <= reached
          ? 'done'
          : stage === reached + 1
            ? 'current'
            : 'ahead';
    const missing = check.conditions.filter((one) => one.state === 'unmet' || one.state === 'no_data');
    const names = missing.slice(0, named).map((one) => conditionName(reader, one.condition));
    const rest = missing.length - names.length;
    const list =
      rest > 0 ? t('roadmapPage.missingMore', { list: names.join(t('list.comma')), count: rest }) : f.list(names);
    const unmeasured = check.total - check.measured;
    const says = passed
      ? [
          check.state === 'passed_as_measured'
            ? t('roadmapPage.asMeasured', { count: unmeasured })
            : t('roadmap.gate.passed'),
          // A gate stays passed until it is missed for two months; what is missed today is said all the same.
          ...(missing.length > 0 ? [t('roadmapPage.passedBefore', { missing: list })] : []),
        ].join(t('list.stop'))
      : [
          t('roadmapPage.gateMet', { met: check.met, total: check.measured }),
          missing.length > 0 ? t('roadmapPage.missing', { list }) : t('roadmapPage.gateAll'),
          ...(unmeasured > 0 ? [t('roadmapPage.gateNotMeasured', { count: unmeasured })] : []),
        ].join(t('list.stop'));
    return {
      key: String(stage),
      title: say(title),
      text: say(text),
      state,
      stateLabel: t(`roadmapPage.${state}`),
      href: `${href}#gate-${stage}`,
      gate: {
        title: say(gate.title),
        state: check.state === 'regressed' ? 'regressed' : passed ? 'passed' : state === 'current' ? 'open' : 'closed',
        text: says,
        met: check.met,
        total: check.measured,
      },
    };
  });
}
