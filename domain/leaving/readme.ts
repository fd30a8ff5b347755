/** What stands in an archive for the person who opens it years later. */
export const readmeOf = (name: string): string => `${name}

This archive holds all data of the firm in Fairway, as it was at the instant "made_at" of manifest.json.

manifest.json    every file with its number of rows, its size in bytes and its SHA-256
records/         orders, shipments, payments … as Fairway understood them, one file a record
tables/          everything else: feeds, runs, rows kept aside, KPIs, weights, anchors, gates, milestones, notes, digests, the audit log
firm/            the firm, its members, invitations, API keys (without the keys themselves), sign-in settings
uploads/         the files as they were brought; tables/runs.ndjson says under "source" what each was called

.ndjson: each line is one JSON object. Amounts are whole minor units (cents, fen) unless the field says otherwise; instants are
ISO 8601 with their offset. Left out: passwords, key hashes, sealed secrets and links that open something.

----------------------------------------------------------------------

${name}

本压缩包包含贵司在 Fairway 中的全部数据，截止时刻见 manifest.json 中的 "made_at"。

manifest.json    每个文件的行数、字节数和 SHA-256 校验值
records/         订单、货运、付款等业务记录，每类一个文件
tables/          其余全部内容：数据源、导入记录、暂存行、指标、权重、里程碑、备注、简报、操作日志
firm/            企业信息、成员、邀请、API 密钥（不含密钥本身）、登录设置
uploads/         上传的原始文件；原文件名见 tables/runs.ndjson 的 "source" 字段

.ndjson 文件每行是一个 JSON 对象。金额以最小货币单位（分）的整数表示，另有说明的除外；时间为带时区偏移的 ISO 8601 格式。
不包含：密码、密钥哈希、加密保存的密文，以及可直接使用的链接。
`;
