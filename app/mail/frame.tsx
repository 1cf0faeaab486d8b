import type { CSSProperties } from 'react'

/** What a message says: whole sentences, and the one thing to do as the one link, absolute. */
export type Words = { subject: string; paragraphs: string[]; link?: { label: string; href: string }; from: string }

const page: CSSProperties = { margin: 0, padding: '24px 16px', color: '#16202a', backgroundColor: '#ffffff' }
const column: CSSProperties = {
  maxWidth: '36rem',
  fontFamily: 'system-ui, sans-serif',
  fontSize: '16px',
  lineHeight: 1.5,
}
const button: CSSProperties = {
  display: 'inline-block',
  padding: '12px 20px',
  borderRadius: '6px',
  color: '#ffffff',
  backgroundColor: '#0a5aa8',
  fontWeight: 600,
  textDecoration: 'none',
}
const small: CSSProperties = { marginTop: '32px', color: '#4a5763', fontSize: '14px' }

/** The frame that every message stands in: readable without images, one link, a footer that says who writes. */
export function Frame({ subject, paragraphs, link, from }: Words) {
  return (
    <html lang="en-US">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{subject}</title>
      </head>
      <body style={page}>
        <div style={column}>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {link && (
            <p>
              <a href={link.href} style={button}>
                {link.label}
              </a>
            </p>
          )}
          <p style={small}>This message was written by {from}, the rotations portal. Nobody reads replies to it.</p>
        </div>
      </body>
    </html>
  )
}
