import { Details } from '#app/ui/details'

type Props = { href: string; name: string; pages: number }

/** The pages of a file as pictures, in place: the first one, the others on request. */
export function PagePreview({ href, name, pages }: Props) {
  const others = Array.from({ length: pages - 1 }, (_, at) => at + 2)
  return (
    <div className="stack stack-12">
      <PagePicture href={href} name={name} page={1} />
      {others.length ? (
        <Details summary={others.length === 1 ? 'Show page 2' : `Show the other ${others.length} pages`}>
          <div className="stack stack-12">
            {others.map((page) => (
              <PagePicture key={page} href={href} name={name} page={page} />
            ))}
          </div>
        </Details>
      ) : null}
    </div>
  )
}

const PagePicture = ({ href, name, page }: { href: string; name: string; page: number }) => (
  <img className="sheet" src={`${href}?page=${page}`} alt={`Page ${page} of ${name}`} loading="lazy" />
)
