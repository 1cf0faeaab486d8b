export default function Home() {
  return <h1>IR rotations</h1>
}
