// How a route of the sandbox shows one of its pages.
import type { FastifyReply } from 'fastify';
import type { ComponentChildren } from 'preact';

export type Show = (
  reply: FastifyReply,
  here: string,
  title: string,
  children: ComponentChildren,
) => FastifyReply;
