'use client';
import { useEffect } from 'react';
import { Picture } from '@/components/brand/picture';
import { Button } from '@/components/form/button';
import { ButtonLink } from '@/components/form/button-link';
import { useErrorTexts } from './error-texts';

/** What happened, what is safe, what to do. The number leads the admin to the log; a stack is shown to nobody. */
export function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const texts = useErrorTexts();
  const digest = (error as { digest?: string } | null)?.digest;
  useEffect(() => console.error(error), [error]);
  if (!texts) return null;
  return (
    <div role="alert" className="mx-auto flex max-w-xl flex-col items-center px-4 py-16 text-center">
      <Picture name="channel" className="mb-5" />
      <h1 className="text-xl font-semibold">{texts.title}</h1>
      <p className="mt-2 text-ink-2">{texts.safe}</p>
      <p className="mt-2 text-ink-2">{texts.todo}</p>
      {digest && <p className="num mt-3 text-sm text-ink-3">{texts.code.replace('{digest}', digest)}</p>}
      <div className="mt-6 flex flex-wrap justify-center gap-2.5">
        <Button variant="primary" icon="retry" onClick={retry}>
          {texts.retry}
        </Button>
        <ButtonLink href="/">{texts.home}</ButtonLink>
      </div>
    </div>
  );
}
