import { Choices, useSay } from '@/components/ui';
import { type ShareForm, shareForms } from '@/lib/core/report/share';

interface FormChoiceProps {
  form: ShareForm;
  onChoose: (form: ShareForm) => void;
}

/** The forms a finding can take, each with what it is good for. */
export function FormChoice({ form, onChoose }: FormChoiceProps) {
  const say = useSay();
  return (
    <Choices
      name="form"
      legend={say('share_form')}
      choices={shareForms.map((value) => ({
        value,
        words: say(`share_form_${value}`),
        what: <span class="small">{say(`share_form_${value}_what`)}</span>,
      }))}
      chosen={form}
      onChoose={onChoose}
    />
  );
}
