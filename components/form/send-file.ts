export interface SendAnswer {
  status: number;
  href?: string;
  message?: string;
}

/**
 * POSTs a file as the raw body (never read into memory), its name in `x-file-name` (URI-encoded). `fetch` still cannot
 * tell how far an upload is, hence XMLHttpRequest. Rejects only when no answer came.
 */
export function sendFile(
  url: string,
  file: File,
  onProgress: (share: number) => void,
  stop?: AbortSignal,
): Promise<SendAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      let body: { href?: string; message?: string } = {};
      try {
        body = JSON.parse(request.responseText);
      } catch {
        // An answer without JSON (a proxy's page) has nothing to say to a person.
      }
      resolve({ status: request.status, href: body.href, message: body.message });
    };
    request.onerror = () => reject(new Error('no answer'));
    request.onabort = () => reject(new Error('stopped'));
    stop?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
