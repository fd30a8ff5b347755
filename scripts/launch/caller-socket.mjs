// Loaded into the web process before anything listens. Behind a proxy (a site with https has one, for we speak plain http) the
// proxy's X-Forwarded-For says where a request comes from. Without one only the socket knows: what a caller writes there
// himself would let him out of every limit by address.
import { subscribe } from 'node:diagnostics_channel';

if (!process.env.APP_URL?.startsWith('https://')) {
  subscribe('http.server.request.start', ({ request, socket }) => {
    request.headers['x-forwarded-for'] = socket.remoteAddress;
    for (const name of ['x-forwarded-host', 'x-forwarded-proto', 'forwarded']) delete request.headers[name];
  });
}
