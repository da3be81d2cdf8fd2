import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../shared/text/use-text.ts';
import { keepOrganization, organizationKept, signInAddress } from './sign-in-address.ts';
import styles from './sign-in.module.css';

/** Asks for nothing but the organization: who somebody is, its identity provider says. */
export function SignInPage() {
  const text = useText();
  const [slug, setSlug] = useState(organizationKept);
  const go = (): void => {
    keepOrganization(slug.trim());
    globalThis.location.assign(signInAddress(slug.trim()));
  };
  return (
    <main className={styles.page}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <h1>Alidade</h1>
        <p>{text('signIn.text')}</p>
        <TextInput
          label={text('signIn.organization')}
          description={text('signIn.organizationHint')}
          value={slug}
          onChange={(event) => setSlug(event.currentTarget.value)}
          autoComplete="organization"
          spellCheck={false}
        />
        <Button type="submit">{text('signIn.go')}</Button>
      </form>
    </main>
  );
}
