/** A mail as it looks, shut in: it runs no script and sends nothing; its links leave the frame. */
export function MailFrame({ html, title }: { html: string; title: string }) {
  return (
    <iframe
      title={title}
      sandbox="allow-top-navigation-by-user-activation"
      srcDoc={html.replace(/<head>/i, '<head><base target="_top">')}
      className="h-[44rem] w-full rounded-lg border border-line bg-surface"
    />
  );
}
