'use client';
export { PageError as default } from '@/app/shell/page-error';
