// The telephone companies' register: who owns a number. Everybody owns the number they claim,
// unless its last four digits say otherwise. Wire: docs/integrate/telco-owner-check.md.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isSandboxKey, localPhone, type Sandbox } from './sandbox.ts';

/** Shown on the page as well. */
export const TELCO_MOODS = {
  '1111': 'số này đứng tên người khác',
  '2222': 'không có thuê bao nào mang số này',
  '3333': 'nhà mạng đang bận, chưa trả lời được',
  '4444': 'nhà mạng trả lời chậm, rồi xác nhận đúng chủ',
} as const;

const Claim = z.object({
  phone: z.string().regex(/^\+84\d{9}$/u),
  idNumber: z.string().regex(/^(?:\d{9}|\d{12})$/u),
  fullName: z.string().min(1),
  birthDate: z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u),
});

/** Mounts the owner check. */
export function telcoWire(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/telco/v1/owner-check', async (request, reply) => {
    const key = /^Bearer (.+)$/u.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (!isSandboxKey(key)) return reply.code(401).send({ error: 'unauthorized' });
    const claim = Claim.safeParse(request.body);
    if (!claim.success)
      return reply
        .code(400)
        .send({ error: 'invalid', fields: claim.error.issues.map((i) => i.path.join('.')) });
    const phone = localPhone(claim.data.phone);
    const mood = phone?.slice(-4);
    if (mood === '3333') return reply.code(503).send({ error: 'unavailable' });
    if (mood === '4444') await sandbox.dawdle();
    if (phone === undefined || mood === '2222') return { result: 'UNKNOWN_NUMBER' };
    return { result: mood === '1111' ? 'MISMATCH' : 'MATCH' };
  });
}
