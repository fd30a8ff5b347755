import { forgetOwnKeys, makeOwnKey } from '@/domain/sealing/own-key';
import { rotateKeys } from '@/domain/sealing/rotate-keys';
import { textOf } from '@/domain/sentence';
import { command } from '../command';
import { table } from '../table';

export const keysRotate = command({
  noun: 'keys',
  verb: 'rotate',
  summary: {
    en: 'Seal all secrets anew with the present ENCRYPTION_KEY',
    zh: '用当前的 ENCRYPTION_KEY 重新加密所有密文',
  },
  options: {
    new: {
      summary: {
        en: 'first step where Fairway made the key itself: make a new one',
        zh: '第一步（仅限由 Fairway 自动生成的密钥）：生成新密钥',
      },
    },
    forget: {
      summary: {
        en: 'last step where Fairway made the key itself: forget the earlier ones',
        zh: '最后一步（仅限由 Fairway 自动生成的密钥）：移除旧密钥',
      },
    },
  },
  async run({ switches, locale }) {
    if (switches.has('new')) {
      await makeOwnKey();
      return { data: { made: true }, lines: [textOf(locale, 'cli.keyMade')] };
    }
    const rotated = await rotateKeys();
    const unreadable = rotated.reduce((sum, column) => sum + column.unreadable, 0);
    const forgotten = switches.has('forget') && unreadable === 0;
    if (forgotten) await forgetOwnKeys();
    const headings = ['sealed', 'resealed', 'current', 'unreadable'].map((h) => textOf(locale, `cli.column.${h}`));
    const rows = rotated.map((r) => [r.column, String(r.resealed), String(r.current), String(r.unreadable)]);
    const last = unreadable ? 'cli.keysUnreadable' : forgotten ? 'cli.keysForgotten' : 'cli.keysRotated';
    return {
      data: { data: rotated, next: null, forgotten },
      lines: [...table(headings, rows), '', textOf(locale, last, { count: unreadable })],
      failed: unreadable > 0,
    };
  },
});
