'use client';
import { fontClass } from './shell/fonts';
import './globals.css';

/** When not even the frame can be drawn; nothing is known of the reader, hence both languages. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = (error as { digest?: string } | null)?.digest;
  return (
    <html lang="zh-CN" className={`${fontClass} system`}>
      <body>
        <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-6 px-5 py-10">
          <title>航道 Fairway</title>
          <div>
            <h1 className="text-xl font-semibold">页面没能显示出来</h1>
            <p className="mt-1.5 text-ink-2">您的数据是安全的。请重试；如果仍然如此，请联系管理员。</p>
          </div>
          <div lang="en">
            <p className="text-xl font-semibold">This page could not be drawn</p>
            <p className="mt-1.5 text-ink-2">Your data is safe. Try again; if it stays, tell your admin.</p>
          </div>
          {digest && <p className="num text-sm text-ink-3">{digest}</p>}
          <p>
            <button
              type="button"
              onClick={retry}
              className="min-h-11 rounded-md bg-brand px-4 font-medium text-on-brand"
            >
              重试 · Try again
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
