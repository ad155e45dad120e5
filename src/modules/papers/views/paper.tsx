import type { Paper, PaperBlock } from '../../../platform/documents/paper.ts'
import { printableAll } from '../../../platform/documents/text.ts'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words } from '../words/words.ts'

type Props = { meeting: { id: string; name: string }; paper: Paper; title: string; files: { pdf: string; word: string } }

/** A paper to be read and printed: what is around it is not printed. */
export function PaperPage({ meeting, paper, title, files }: Props) {
  const w = useWords(words)
  return (
    <>
      <div class="beside-paper">
        <PageHead title={title} status={<a href={`/rapat/${meeting.id}`}>{meeting.name}</a>} lead={w.print}>
          <ButtonLink href={files.pdf} kind="primary">
            {w.downloadPdf}
          </ButtonLink>
          <ButtonLink href={files.word}>{w.downloadWord}</ButtonLink>
        </PageHead>
      </div>
      <PaperSheet paper={printableAll(paper)} />
    </>
  )
}

function PaperSheet({ paper }: { paper: Paper }) {
  return (
    <article class="official" lang={paper.lang}>
      <header>
        {paper.letterhead.map(line => (
          <b>{line}</b>
        ))}
      </header>
      {paper.layout === 'letter' ? null : (
        <div class="official-title">
          <h2>{paper.heading}</h2>
          {paper.title ? <p>{paper.title}</p> : null}
          {paper.number ? <p>{paper.number}</p> : null}
        </div>
      )}
      {paper.blocks.map(block => (
        <Block block={block} />
      ))}
    </article>
  )
}

function Block({ block }: { block: PaperBlock }) {
  switch (block.kind) {
    case 'facts':
      return (
        <dl class="official-facts">
          {block.rows.map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'heading':
      return <h3>{block.text}</h3>
    case 'text':
      return <>{block.paragraphs.map(text => linesOf(text))}</>
    case 'list':
      return (
        <ol>
          {block.items.map(text => (
            <li>{text}</li>
          ))}
        </ol>
      )
    case 'speech':
      return (
        <div>
          {block.speaker ? (
            <p>
              <b>{block.speaker}</b>
            </p>
          ) : null}
          {linesOf(block.text)}
          {block.conclusion ? (
            <blockquote>
              <b>{block.conclusionLabel}.</b>
              {linesOf(block.conclusion)}
            </blockquote>
          ) : null}
        </div>
      )
    case 'table':
      return block.rows.length ? <TableBlock block={block} /> : <p>{block.empty}</p>
    case 'reference':
      return (
        <div class="official-reference">
          <dl>
            {block.rows.map(([name, value]) => (
              <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p>{block.place}</p>
        </div>
      )
    case 'address':
      return (
        <address>
          {block.lines.map(line => (
            <p>{line}</p>
          ))}
        </address>
      )
    case 'annex':
      return (
        <div class="official-annex">
          {block.lines.map(line => (
            <p>{line}</p>
          ))}
          <h2>{block.title}</h2>
        </div>
      )
    case 'signatures':
      return (
        <div class="official-signatures">
          {block.signers.map(({ place, position, name }) => (
            <div>
              {place ? <p>{place}</p> : null}
              {linesOf(position)}
              <p class="official-name">{name}</p>
            </div>
          ))}
        </div>
      )
  }
}

function TableBlock({ block: { title, columns, rows } }: { block: Extract<PaperBlock, { kind: 'table' }> }) {
  return (
    <Table
      caption={title}
      columns={columns.map(({ header, kind }, at) => ({
        key: String(at),
        label: header,
        kind: kind === 'number' ? ('number' as const) : ('text' as const),
        value: (row: readonly string[]) => brokenLines(row[at] ?? ''),
      }))}
      rows={rows}
    />
  )
}

/** What was written in several lines stays in several lines. */
const linesOf = (text: string) =>
  text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => <p>{line}</p>)

const brokenLines = (text: string) => text.split('\n').map((line, at) => (at ? [<br />, line] : line))
