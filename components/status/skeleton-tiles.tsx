import { Card } from '@/components/shell/card';
import { Grid } from '@/components/shell/grid';
import { SkeletonBar } from './skeleton-bar';

/** Tiles on their way, as high as the real ones: nothing jumps. */
export function SkeletonTiles({ count = 6, label }: { count?: number; label: string }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      <Grid>
        {Array.from({ length: count }, (_, tile) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tiles of a skeleton have no identity
          <Card key={tile} className="h-42">
            <SkeletonBar className="h-4 w-2/5" />
            <SkeletonBar className="mt-4 h-8 w-1/2" />
            <SkeletonBar className="mt-6 h-8 w-full" />
          </Card>
        ))}
      </Grid>
    </div>
  );
}
