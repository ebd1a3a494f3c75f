// What a batch leaves in the tables, a statement a table, from its rows `b`.

const HEAD = `'{"head":{"parentBody":' || to_json(agency_name) || ',"desk":' || to_json(desk) || ',"place":"Hiệp Hòa"},"dossier":{"number":"'
  || coalesce(number, request_code) || '","trackUrl":"http://127.0.0.1/tra-cuu?ma=' || coalesce(number, request_code) || '","request":'
  || to_json(procedure) || ',"applicant":{"name":' || to_json(full_name) || ',"phone":"' || replace(phone, '+84', '0') || '"}},"at":"'`;
const iso = (moment: string) => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const SUBMITTER = `'"submitter":{"name":' || to_json(full_name) || ',"filedOnlineAt":"' || ${iso('t0')} || '"},"receiver":{"name":' || to_json(intake_name) || '}}'`;

const SLIP_01 = `(${HEAD} || ${iso('e_accept')} || '","components":[{"name":"Tờ khai","originals":0,"copies":0,"files":1}],"sets":1,"period":'
  || to_json(period_text) || ',"receivedAt":"' || ${iso('e_accept')} || '","dueAt":"' || ${iso('due')} || '","dueWhy":[' || to_json(why)
  || '],"deliverAt":' || to_json(desk) || ',"fee":{"lines":[],"state":' || case when e_paid is null then '{"kind":"free"}'
    else '{"kind":"paid","at":"' || ${iso('e_paid')} || '"}' end || '},"secretCode":"' || secret || '","trackPlace":"http://127.0.0.1/tra-cuu",'
  || ${SUBMITTER})::jsonb`;
const SLIP_02 = `(${HEAD} || ${iso('e_ask')} || '","items":[{"subject":"Giấy chứng sinh","wrong":"Bản chụp mờ, không đọc được ngày sinh",'
  || '"todo":"Chụp lại rõ nét, đủ bốn góc"}],"reason":"Hồ sơ chưa đủ hoặc chưa đúng theo quy định.","clockNote":"Thời hạn giải quyết tính từ khi hồ sơ được tiếp nhận.",'
  || '"answerPlace":"http://127.0.0.1/ho-so","contact":{"name":' || to_json(intake_name) || ',"phone":"1022"},"guide":{"name":' || to_json(intake_name) || '}}')::jsonb`;
const SLIP_03 = `(${HEAD} || ${iso('e_refuse')} || '","reason":"Hồ sơ không thuộc thẩm quyền giải quyết của cơ quan.","legalBasis":["Nghị định 118/2025/NĐ-CP"],'
  || ${SUBMITTER})::jsonb`;

/** Lines of the control sheet: when, which act, who gave, who took. */
const HOPS = `(values (1, e_withdraw, 'withdraw', full_name, 'Bộ phận một cửa'), (2, e_refuse, 'refuseIntake', intake_name, full_name),
  (3, e_ask, 'askForSupplement', intake_name, full_name), (4, e_accept, 'accept', full_name, intake_name), (5, e_take, 'take', full_name, examiner_name),
  (6, e_propose, 'propose', examiner_name, 'Lãnh đạo'), (7, e_sign, 'sign', leader_name, 'Bộ phận một cửa'),
  (8, e_deliver, 'deliver', intake_name, full_name)) h(k, at, act, gave, took)`;

const PROOFS = `'[{"label":"Người được thông báo","value":' || to_json(split_part(full_name, ' ', 1) || ' ***') || '}]'`;
/** What a leader of ours would have put on the paper. */
const VALUES = `'{"applicant.name":' || to_json(full_name) || ',"procedure.name":' || to_json(procedure) || ',"dossier.number":"' || number
  || '","agency.name":' || to_json(agency_name) || ',"outcome":"Đồng ý giải quyết theo đề nghị."}'`;

/** The file that every result of the fill has: its bytes are in no store. */
export const RESULT_FILE = 'bench'.padEnd(64, '0').replaceAll(/[^0-9a-f]/gu, 'd');

export const TABLES: readonly string[] = [
  `insert into dossiers.dossier (id, request_code, number, secret, procedure_id, form_hash, answers, owner_id, submitter_id, submitter_name, payer_id,
    owner_name, owner_phone, agency_id, channel, submit_channel, return_channel, state, fee, money_state, money_paid_at, delivery_state, holder_id,
    held_since, submitted_at, accepted_at, due_original, due_current, due_why, finished_at, delivered_at, version)
  select b.id, request_code, number, secret, b.procedure_id, b.form_hash, m.answers, person_id, person_id, full_name, person_id, full_name, phone,
    agency_id, 2, 'online', 'counter', state, m.fee, case when b.fee_total > 0 then case when e_paid is null then 'due' else 'paid' end else 'none' end,
    e_paid, case state when 9 then 'ready' when 10 then 'delivered' else 'none' end, case when state = 4 then examiner end, e_held, t0, e_accept,
    case when e_accept is not null then due end, case when e_accept is not null then due end, case when e_accept is not null then why else '' end,
    e_end, e_deliver,
    1 + num_nonnulls(e_withdraw, e_refuse, e_ask, e_accept, e_take, e_propose, e_sign, e_deliver)
  from b join bench_fill.matter m on m.i = b.matter order by t0`,
  `insert into dossiers.hop (dossier_id, seq, at, act, from_name, to_name)
  select id, row_number() over (partition by n order by k), h.at, act, gave, took from b cross join lateral ${HOPS} where h.at is not null`,
  `insert into dossiers.paper (id, dossier_id, kind, data, issued_at)
  select bench_fill.uuid(e_accept, 'paper' || n), id, '01', ${SLIP_01}, e_accept from b where e_accept is not null
  union all select bench_fill.uuid(e_ask, 'paper' || n), id, '02', ${SLIP_02}, e_ask from b where e_ask is not null
  union all select bench_fill.uuid(e_refuse, 'paper' || n), id, '03', ${SLIP_03}, e_refuse from b where e_refuse is not null`,
  `insert into dossiers.supplement (id, dossier_id, seq, from_state, from_holder, asked_at, asked_by, reason)
  select bench_fill.uuid(e_ask, 'supplement' || n), id, 1, 1, null, e_ask, intake, 'Hồ sơ chưa đủ hoặc chưa đúng theo quy định.' from b where e_ask is not null`,
  `insert into dossiers.supplement_item (id, supplement_id, seq, kind, subject, name, wrong, todo)
  select bench_fill.uuid(e_ask, 'item' || n), bench_fill.uuid(e_ask, 'supplement' || n), 1, 'component', 'giay-to', 'Giấy chứng sinh',
    'Bản chụp mờ, không đọc được ngày sinh', 'Chụp lại rõ nét, đủ bốn góc' from b where e_ask is not null`,
  `insert into dossiers.proposal (id, dossier_id, at, by_id, by_name, note, result)
  select proposal_id, id, e_propose, examiner, examiner_name, '', ('{"template":"thong-bao-ket-qua@2","values":' || ${VALUES} || '}')::jsonb
  from b where e_propose is not null`,
  `insert into results.given_number (id, agency_id, year, serial, number, state, dossier_id, ground, signer_id, signer_name, reserved_at, sha256, ended_at)
  select result_id, agency_id, extract(year from e_sign at time zone 'Asia/Ho_Chi_Minh')::int, serial, result_number, 'used', id,
    jsonb_build_object('version', num_nonnulls(e_accept, e_take, e_propose) + 1, 'proposalId', proposal_id), leader, leader_name, e_sign, '${RESULT_FILE}', e_sign
  from b where result_id is not null`,
  `insert into results.result (id, dossier_id, dossier_number, agency_id, agency_name, number, title, template, data, proofs, sha256, check_code, signer_id,
    signer_name, signed_at)
  select result_id, id, number, agency_id, agency_name, result_number, 'Thông báo', 'thong-bao-ket-qua', (${VALUES})::jsonb, (${PROOFS})::jsonb,
    '${RESULT_FILE}', check_code, leader, leader_name, e_sign from b where result_id is not null`,
  `insert into payments.bill (id, kind, ref_id, reference, amount, lines, payee, created_at, cancelled_at)
  select bill_id, 'dossier-fee', b.id, case when payee is not null then bench_fill.reference(nextval('payments.reference_number')) end, b.fee_total,
    m.fee_lines, payee, t0, case when state in (3, 7) then e_end end
  from b join bench_fill.matter m on m.i = b.matter where bill_id is not null`,
  `insert into payments.notice (id, bank, transaction_id, raw, bank_name, account, amount, content, at, received_at, outcome, direction, bill_id)
  select notice_id, 'sepay', 'BENCH' || n, '{}', '', b.payee->>'account', fee_total, p.reference, e_paid, e_paid, 'settled', 'in', bill_id
  from b join payments.bill p on p.id = bill_id where notice_id is not null`,
  `insert into payments.receipt (id, bill_id, kind, amount, at, notice_id, carried_over)
  select bench_fill.uuid(e_paid, 'receipt' || n), bill_id, 'transfer', fee_total, e_paid, notice_id, notice_id is null from b where e_paid is not null`,
  // The chains, whole: what an act announces, in its order.
  `create temp table c on commit drop as
  select stream, names, ats, bodies, bench_fill.chain(stream, bodies) as hashes from (
    select b.stream, e.* from b cross join lateral (
      select array_agg(name order by k) as names, array_agg(at order by k) as ats,
        array_agg(bench_fill.body(b.stream, name, at, kind, person, data) order by k) as bodies
      from (values
        (1, 'dossier.submitted', t0, 'citizen', person_id, '{"procedureId":"' || procedure_id || '","agencyId":"' || agency_id || '","formHash":"' || form_hash
          || '","fee":' || fee_total || ',"ownerId":"' || person_id || '"}'),
        (2, 'dossier.fee-paid', e_paid, 'system', null, '{}'),
        (3, 'dossier.withdrawn', e_withdraw, 'citizen', person_id, '{}'),
        (4, 'dossier.refused', e_refuse, 'official', intake, '{}'),
        (5, 'dossier.supplement-asked', e_ask, 'official', intake, '{"items":1,"from":1}'),
        (6, 'dossier.accepted', e_accept, 'official', intake, '{"number":"' || number || '","due":"' || to_char(due at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || '"}'),
        (7, 'dossier.taken', e_take, 'official', examiner, '{}'),
        (8, 'dossier.proposed', e_propose, 'official', examiner, '{}'),
        (9, 'dossier.finished', e_sign, 'official', leader, '{}'),
        (10, 'dossier.delivered', e_deliver, 'official', intake, '{}')) v(k, name, at, kind, person, data)
      where at is not null) e
    union all
    select s.stream, array['result.number-reserved', 'result.issued'], array[e_sign, e_sign], array[
      bench_fill.body(s.stream, 'result.number-reserved', e_sign, 'official', leader,
        '{"dossierId":"' || b.id || '","agencyId":"' || agency_id || '","number":"' || result_number || '"}'),
      bench_fill.body(s.stream, 'result.issued', e_sign, 'official', leader, '{"dossierId":"' || b.id || '","number":"' || result_number
        || '","sha256":"${RESULT_FILE}","seal":"' || s.seal || '"}')]
    from b cross join lateral (select 'result:' || result_id as stream,
      -- JSON.stringify of the same list, digested: sealOf.
      encode(sha256(convert_to('["' || number || '","' || result_number || '","Thông báo",' || to_json(agency_name) || ',' || to_json(leader_name) || ',"'
        || to_char(e_sign at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '","' || check_code || '",[["Người được thông báo",'
        || to_json(split_part(full_name, ' ', 1) || ' ***') || ']],"${RESULT_FILE}"]', 'UTF8')), 'hex') as seal) s
    where result_id is not null
    union all
    select s.stream, e.names, e.ats, e.bodies from b cross join lateral (select 'bill:' || bill_id as stream) s cross join lateral (
      select array_agg(name order by k) as names, array_agg(at order by k) as ats,
        array_agg(bench_fill.body(s.stream, name, at, kind, person, data) order by k) as bodies
      from (values
        (1, 'bill.created', t0, 'citizen', person_id, '{"kind":"dossier-fee","refId":"' || b.id || '","amount":' || fee_total || '}'),
        (2, 'bill.paid', e_paid, 'system', null, '{"kind":"dossier-fee","refId":"' || b.id || '","receiptId":"' || bench_fill.uuid(e_paid, 'receipt' || n)
          || '","by":"transfer","amount":' || fee_total || ',"received":' || fee_total || '}'),
        (3, 'bill.cancelled', case when state in (3, 7) then e_end end, 'system', null, '{"kind":"dossier-fee","refId":"' || b.id || '"}')) v(k, name, at, kind, person, data)
      where at is not null) e
    where bill_id is not null) told`,
  `insert into journal.stream (stream, seq, hash) select stream, cardinality(hashes), hashes[cardinality(hashes)] from c`,
  // As they were told, day by day, not chain by chain: what is read together stands apart on the disk, as in life.
  `insert into journal.fact (stream, seq, name, at, body, hash)
  select stream, f.seq, f.name, f.at, f.body, f.hash from c cross join lateral unnest(names, ats, bodies, hashes) with ordinality f(name, at, body, hash, seq) order by f.at`,
  `insert into journal.touched (stream, seq) select stream, cardinality(hashes) from c`,
];
