import { useSay } from '@/components/ui';
import { SHARE_FORMS, type ShareForm } from '@/lib/core/report/share';

interface FormChoiceProps {
  form: ShareForm;
  onChoose: (form: ShareForm) => void;
}

/** The forms a finding can take, each with what it is good for. */
export function FormChoice({ form, onChoose }: FormChoiceProps) {
  const say = useSay();
  return (
    <fieldset class="choices">
      <legend>{say('share_form')}</legend>
      {SHARE_FORMS.map((each) => (
        <label key={each} class="choice">
          <input
            type="radio"
            name="form"
            value={each}
            checked={each === form}
            onChange={() => onChoose(each)}
          />
          <span>{say(`share_form_${each}`)}</span>
          <span class="choice__words small">{say(`share_form_${each}_what`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
