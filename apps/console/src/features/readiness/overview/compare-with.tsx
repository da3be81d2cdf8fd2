import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { plusMonths, today } from '../../../shared/address/days.ts';
import { usePageAddress } from '../../../shared/address/page-address.ts';
import { useText } from '../../../shared/text/use-text.ts';

const USUAL_MONTHS_BACK = 12;

/** Puts the day to compare with into the address. */
export function CompareWith() {
  const text = useText();
  const navigate = useNavigate();
  const { compare, day = today() } = usePageAddress();
  const compareWith = (before: string | undefined): void =>
    void navigate({ to: '.', search: (address) => ({ ...address, compare: before }), resetScroll: false });
  if (compare === undefined)
    return (
      <Button variant="default" size="xs" onClick={() => compareWith(plusMonths(day, -USUAL_MONTHS_BACK))}>
        {text('readiness.compare')} …
      </Button>
    );
  return (
    <>
      <TextInput
        type="date"
        size="xs"
        aria-label={text('readiness.compare')}
        max={day}
        value={compare}
        onChange={({ currentTarget: { value } }) => {
          if (value !== '') compareWith(value);
        }}
      />
      <Button variant="default" size="xs" onClick={() => compareWith(undefined)}>
        {text('readiness.compare.stop')}
      </Button>
    </>
  );
}
