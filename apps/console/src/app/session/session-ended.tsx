import { Button, Group, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useText } from '../../shared/text/use-text.ts';
import { signInBeside, whenSignedInBeside } from './other-window.ts';
import { SESSION, useSessionEnded } from './session.ts';

/** Over the page, which stays as it is, until somebody has signed in again in another window. */
export function SessionEnded() {
  const text = useText();
  const queries = useQueryClient();
  const ended = useSessionEnded();
  const goOn = useCallback(() => {
    SESSION.goOn();
    void queries.invalidateQueries();
  }, [queries]);
  useEffect(() => (ended ? whenSignedInBeside(goOn) : undefined), [ended, goOn]);
  return (
    <Modal
      opened={ended}
      onClose={goOn}
      withCloseButton={false}
      closeOnClickOutside={false}
      title={text('session.title')}
      centered
    >
      <p>{text('session.text')}</p>
      <Group mt={24} gap={8}>
        <Button onClick={signInBeside} data-autofocus>
          {text('session.signIn')}
        </Button>
        <Button variant="default" onClick={goOn}>
          {text('session.retry')}
        </Button>
      </Group>
    </Modal>
  );
}
